import type { Catalog } from '@leastscope/scope-catalog';
import type { Flows } from '../model/data-flow.js';
import type { Program } from '../model/program.js';
import { perFile } from '../lookups/per-file.js';
import { takesValue, type GivenNames } from '../lookups/takes-value.js';
import { calledFrom, propagateArguments } from './tracking/propagate-arguments.js';
import type { Basis } from './domain/ledger.js';
import { notesOf, type Notes } from './domain/notes.js';
import type { Tracker } from './domain/tracker.js';
import { forgetFiles } from './tracking/forget-files.js';
import { createImportReach, type ImportReach } from './tracking/import-reach.js';
import { exportedSources } from './tracking/exported-sources.js';
import { asksForSecret } from './tracking/secrets.js';
import { mayTakeWebhook } from './tracking/webhook-bodies.js';
import { withWebhookTypes } from './hits/webhook-types.js';
import { findUnknownCallbacks } from './tracking/unknown-callbacks.js';
import { findAnsweringFunctions } from './hits/answering-functions.js';
import { sinkHitsIn } from './hits/sink-hits-in.js';
import { findFieldReads } from './hits/find-field-reads.js';
import { exposedSecrets } from './hits/exposed-secrets.js';
import { resolveHits } from './hits/resolve-hits.js';

/** What files give to their importers. */
type Giving = ReadonlyMap<string, GivenNames>;

export interface CarryInput {
  /** New, or as an earlier run has left it, without what no longer holds. */
  readonly tracker: Tracker;
  /** Files to look through: those whose calls were settled. */
  readonly files: readonly string[];
  /**
   * Files to begin from: what they import may give them responses, though they ask for none themselves. Null where the
   * whole project is judged: there responses begin at the requests, and lead to whoever imports them.
   */
  readonly seeds: readonly string[] | null;
  /** Files that import something given, directly; none where one file is judged alone. */
  readonly importersOf: (given: Giving) => readonly string[];
  /** Of these, files that speak of a secret or a token: what is given is one. */
  readonly importersOfSecrets: (given: Giving) => readonly string[];
}

export interface FlowsInput extends CarryInput {
  readonly catalog: Catalog;
  /** Types of webhooks that the app declares: what their bodies hold comes without a call. */
  readonly webhooks: readonly number[];
}

export interface FoundFlows extends Flows {
  /** Expressions that were looked at, each time anew. */
  readonly steps: number;
  /** The files that were looked through: those that ask, and those that something of an answer comes to. */
  readonly files: readonly string[];
}

/**
 * What code does with the responses of its calls: which fields it asks for, and where the responses go. Follows them
 * through variables, helpers, files, lists, promises and fields of classes; what it cannot follow has escaped.
 */
export function findFlows(input: FlowsInput): FoundFlows {
  const { catalog, webhooks } = input;
  const { budget } = input.tracker;
  const { tracker, reach, files } = carryResponses(input);
  const reads = files.flatMap((file) => findFieldReads(tracker, file));
  const together = {
    unknownCallbacks: findUnknownCallbacks(tracker, files),
    answering: findAnsweringFunctions(tracker, files),
    called: calledFrom(tracker, files),
    // Which getters are asked for is known only when all reads were looked at.
    getters: notesIn(tracker, files).getters,
  };
  const outflows = sinkHitsIn(tracker, catalog, files, together);
  const seen = withWebhookTypes({
    tracker,
    catalog,
    files,
    seen: [...reads, ...outflows],
    declared: webhooks,
  });
  return {
    ...resolveHits({ tracker, catalog, reach, files, seen, unfollowed: notesIn(tracker, files).unfollowed }),
    exposedSecrets: exposedSecrets(outflows, reach),
    files,
    steps: budget - tracker.budget,
  };
}

/** Files that give responses, or parts of them, to those who import them. */
export function findGivingFiles(input: CarryInput): readonly string[] {
  return [...carryResponses(input).sources.keys()].sort();
}

interface Carriage {
  readonly tracker: Tracker;
  readonly reach: ImportReach;
  /** The files that were looked through. */
  readonly files: readonly string[];
  readonly sources: Giving;
}

/** What all that was looked at in these files has come by. */
function notesIn(tracker: Tracker, files: readonly string[]): Notes {
  const { carried, exported, found, ledger } = tracker;
  const stores = [exported, found.reads, found.opened, found.answering, found.sinks];
  const noted = new Set<Basis>();
  const looked = new Set(ledger.filesWithNotes.size === 0 ? [] : files);
  for (const file of ledger.filesWithNotes) {
    if (!looked.has(file)) continue;
    for (const basis of carried.get(file)?.all().noted ?? []) noted.add(basis);
    for (const store of stores) for (const basis of store.get(file)?.noted ?? []) noted.add(basis);
  }
  return notesOf(tracker, noted);
}

/** Carries responses from file to file until they come nowhere new. */
function carryResponses(input: CarryInput): Carriage {
  const { tracker } = input;
  const carriage = carryAlong(input);
  const looked = new Set(carriage.files);
  const strays = [...tracker.carried.keys()].filter((file) => !looked.has(file));
  if (strays.length === 0) return carriage;
  // An earlier run came to them by ways that are gone: nothing that they handed over is there any more.
  forgetFiles(tracker, new Set(strays));
  return carryAlong(input);
}

function carryAlong(input: CarryInput): Carriage {
  const { tracker, files, seeds, importersOf, importersOfSecrets } = input;
  const { program } = tracker;
  const reach = createImportReach(program);
  const sources = new Map<string, GivenNames>();
  let looked: readonly string[] = [];
  let fresh: readonly string[] = seeds ?? files.filter((file) => asksPlatform(program, file));
  while (fresh.length > 0) {
    looked = propagateArguments(tracker, looked, fresh, reach);
    const giving = newlyGiving(tracker, looked, sources);
    for (const [file, names] of giving) sources.set(file, names);
    const secrets = givingSecrets(tracker, looked, sources);
    for (const [file, names] of secrets) sources.set(file, names);
    const all = new Map([...giving, ...secrets]);
    const importers = [
      ...files.filter((file) => takesAny(program, file, all)),
      ...importersOf(giving),
      ...importersOfSecrets(secrets),
    ];
    const known = new Set(looked);
    fresh = [...new Set(importers)].filter((file) => !known.has(file));
  }
  return { tracker, reach, files: looked, sources };
}

/** Files beside those that were looked through, in which a secret is read. */
function givingSecrets(tracker: Tracker, files: readonly string[], sources: Giving): Giving {
  const others = [...notesIn(tracker, files).secretFiles].filter((file) => !files.includes(file)).sort();
  return newlyGiving(tracker, others, sources);
}

/** Only where requests are, responses begin; payloads begin where bodies of webhooks are taken. */
function asksPlatform(program: Program, file: string): boolean {
  return takesWebhookOrSecret(program, file) || program.asking(file).length > 0;
}

const takesWebhookOrSecret = perFile((program, file) => {
  const facts = program.facts(file);
  return facts !== null && (mayTakeWebhook(program.catalog, facts) || asksForSecret(program.catalog, facts));
});

/** Files that give something, or more than was known. */
function newlyGiving(tracker: Tracker, files: readonly string[], sources: Giving): Giving {
  const giving = files
    .map((file): [string, GivenNames] => [file, exportedSources(tracker, file, sources)])
    .filter(([file, names]) => [...names].some((name) => sources.get(file)?.has(name) !== true));
  return new Map(giving);
}

function takesAny(program: Program, file: string, giving: Giving): boolean {
  return Object.entries(program.facts(file)?.importedNames ?? {}).some(([module, names]) => {
    const target = program.resolve(file, module);
    const [given, from] = target === null ? [] : [giving.get(target), program.facts(target)];
    return given !== undefined && from ? names.some((name) => takesValue(from, name, given)) : false;
  });
}
