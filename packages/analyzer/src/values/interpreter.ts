import type { Catalog } from '@leastscope/scope-catalog';
import type { CallFact, Expression, FileFacts, FunctionFact } from '../model/facts.js';
import type { Meter } from './meter.js';
import type { ModuleGraph } from '../model/module-graph.js';
import type { Guarded, Argument, Frame, FunctionValue, UnknownValue, Value } from './value.js';

/**
 * What the parts of the link step know of each other. They call across through this object, so that none imports
 * another in a ring.
 */
export interface Interpreter {
  readonly catalog: Catalog;
  readonly modules: ModuleGraph;
  /** What an expression stands for in a frame. */
  evaluate: (expression: Expression, frame: Frame) => readonly Guarded[];
  /** A property of a value. */
  member: (value: Value, name: string) => readonly Guarded[];
  /** What a call gives back. */
  result: (call: CallFact, frame: Frame) => readonly Guarded[];
  /** What a function gives back for these arguments. */
  returned: (callee: FunctionValue, args: readonly Argument[] | null, depth?: number) => readonly Guarded[];
  /** An export of a file of the project. */
  exported: (file: string, name: string) => readonly Guarded[];
  /** Choices that hang on a key which a caller gives, by the id of the choice. */
  readonly keys: Map<string, UnknownValue>;
  /** Numbers that names of properties are picked by. */
  readonly names: Map<string, number>;
  /** How deep the working out of values is nested right now. */
  nesting: number;
  /** How deep property look-ups are nested right now. */
  looking: number;
  /** How often each function is being worked out right now, by `file#index`. */
  readonly active: Map<string, number>;
  /** Work left for the question that is being answered. */
  readonly meter: Meter;
}

export function factsOf(interpreter: Interpreter, frame: Frame): FileFacts {
  const facts = interpreter.modules.facts(frame.file);
  if (facts === null) throw new Error(`no facts of ${frame.file}`);
  return facts;
}

export function functionFact(interpreter: Interpreter, file: string, index: number): FunctionFact {
  const fact = interpreter.modules.facts(file)?.functions[index];
  if (fact === undefined) throw new Error(`no function ${String(index)} in ${file}`);
  return fact;
}
