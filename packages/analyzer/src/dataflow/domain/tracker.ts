import type { Expression, FileFacts, FunctionFact } from '../../model/facts.js';
import type { CallSite, Program } from '../../model/program.js';
import type { FlowHit } from './flow-hit-types.js';
import type { Use } from '../../model/needs.js';
import type { GivenNames } from '../../lookups/takes-value.js';
import type { CarriedFile } from './carried-file.js';
import type { KeptOfFile, Ledger } from './ledger.js';
import type { FunctionRef, Kept, TaintValue } from './taint-value.js';
import type { Activation } from './taint-value-types.js';

/** What one call hands over to a function, by position. */
export interface Handing {
  /** Null where it is handed over by a method that the function is handed to. */
  readonly site: CallSite | null;
  readonly args: readonly TaintValue[];
}

/** What is found in files once all is carried, file by file. */
export interface FoundInFiles {
  /** Properties of responses that are asked for. */
  readonly reads: Map<string, KeptOfFile<readonly FlowHit[]>>;
  /** Parameters that some caller hands something of which nothing is known, as `parameterKey`. */
  readonly opened: Map<string, KeptOfFile<readonly string[]>>;
  /** Functions that answer whoever asked the app, as `functionKey`. */
  readonly answering: Map<string, KeptOfFile<readonly string[]>>;
  /** Where responses leave, and what was asked of all files for it. */
  readonly sinks: Map<string, KeptOfFile<readonly FlowHit[]> & { readonly asked: Together }>;
  /** What all files made together when these were last looked at. */
  together: Together;
}

/** Sets that all files make together, of keys. */
export interface Together {
  /** Functions whose result a framework hands to whoever asked the app. */
  readonly answering: ReadonlySet<string>;
  /** Functions that some call was seen to call. */
  readonly called: ReadonlySet<string>;
  /** Getters that some code asks for. */
  readonly getters: ReadonlySet<string>;
  /** Parameters that some caller hands something unknown. */
  readonly unknownCallbacks: ReadonlySet<string>;
}

export const nothingTogether: Together = {
  answering: new Set(),
  called: new Set(),
  getters: new Set(),
  unknownCallbacks: new Set(),
};

/** What the steps of the flow room know of each other; they call across through this object. */
export interface Tracker {
  readonly program: Program;
  /** From what each result was worked out. */
  readonly ledger: Ledger;
  /** What the calls of files were last seen to hand over. */
  readonly carried: Map<string, CarriedFile>;
  /** By which names files were last seen to give something to their importers; barrels apart. */
  readonly exported: Map<string, KeptOfFile<GivenNames>>;
  /** What was found in files in the end. */
  readonly found: FoundInFiles;
  /** What callers hand over, by `file#function#index`: everything that was seen so far. */
  readonly parameters: Map<string, TaintValue>;
  /** Call by call what is handed to functions in which texts decide: by `functionKey`, then by call. */
  readonly handings: Map<string, Map<string, Handing>>;
  readonly anyCallerActivations: Map<string, Activation>;
  /** What functions give back, by function and arguments. */
  readonly results: Map<string, Kept<TaintValue>>;
  /** The same where functions are among the arguments; forgotten with each round. */
  readonly resultsOfCallbacks: Map<string, Kept<TaintValue>>;
  /** Functions that are being worked out. */
  readonly active: Set<string>;
  /** Uses whose helper does something with the answer that is not followed, by the note of it. */
  readonly unfollowed: Map<string, Use>;
  /** Names of all fields and methods of the classes that were met. */
  readonly fields: Set<string>;
  /** Names that were asked for, and that no class had by then. */
  readonly missed: Set<string>;
  /** Steps left; at nought nothing more is followed. */
  budget: number;
  /** How deep the working out is nested right now. */
  nesting: number;
  /** Something was given up, for its size or its depth: what was found is not all there is. */
  isExhausted: boolean;
  made: number;
  evaluate: (expression: Expression, activation: Activation) => TaintValue;
  /** What a function gives back for these arguments. */
  resultOf: (callee: FunctionRef, args: readonly TaintValue[]) => TaintValue;
  /** What a call gives back. */
  callResult: (call: number, activation: Activation) => TaintValue;
}

export function factsOf(tracker: Tracker, file: string): FileFacts | null {
  return tracker.program.facts(file);
}

export function functionOf(tracker: Tracker, file: string, index: number): FunctionFact | undefined {
  return tracker.program.facts(file)?.functions[index];
}

/** The names of a file with every caller that was seen. */
export function anyCallerActivation(tracker: Tracker, file: string): Activation {
  const known = tracker.anyCallerActivations.get(file);
  if (known !== undefined) return known;
  const activation: Activation = {
    id: file,
    file,
    function: null,
    args: [],
    parent: null,
    depth: 0,
    known: new Map(),
    calls: new Map(),
    writes: new Map(),
  };
  tracker.anyCallerActivations.set(file, activation);
  return activation;
}

/** What the ground is made of: parameters, what single calls hand over, the fields that are known. */
export const fieldsKey = 'fields';

export function handingKey(file: string, index: number): string {
  return `handed ${functionKey(file, index)}`;
}

/** A function, whoever calls it. */
export function functionKey(file: string, index: number): string {
  return `${file}#${String(index)}`;
}

export function parameterKey(file: string, index: number, position: number): string {
  return `${file}#${String(index)}#${String(position)}`;
}
