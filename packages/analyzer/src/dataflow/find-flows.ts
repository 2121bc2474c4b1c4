import type { Catalog } from '@leastscope/scope-catalog';
import type { Flows } from '../model/data-flow.js';
import type { Program } from '../model/program.js';
import { takesValue, type GivenNames } from '../lookups/takes-value.js';
import { propagateArguments, type Propagation } from './tracking/propagate-arguments.js';
import { budgetOfRun, createTracker } from './tracking/create-tracker.js';
import type { Tracker } from './domain/tracker.js';
import { createImportReach, type ImportReach } from './tracking/import-reach.js';
import { exportedSources } from './tracking/exported-sources.js';
import { asksForSecret } from './tracking/secrets.js';
import { mayTakeWebhook } from './tracking/webhook-bodies.js';
import { withWebhookTypes } from './hits/webhook-types.js';
import { findUnknownCallbacks } from './tracking/unknown-callbacks.js';
import { findAnsweringFunctions } from './hits/answering-functions.js';
import { once } from '../util/once.js';
import { findCallers } from './hits/receiver-origins.js';
import { findSinkHits } from './hits/find-sink-hits.js';
import { findFieldReads } from './hits/find-field-reads.js';
import { exposedSecrets } from './hits/exposed-secrets.js';
import { resolveHits } from './hits/resolve-hits.js';

/** What files give to their importers. */
type Giving = ReadonlyMap<string, GivenNames>;

export interface CarryInput {
  readonly program: Program;
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
  const { tracker, reach, carried } = carryResponses(input);
  const unknownCallbacks = findUnknownCallbacks(tracker, carried.files);
  // Which getters are asked for is known only when all reads were looked at.
  const reads = carried.files.flatMap((file) => findFieldReads(tracker, file));
  const answering = findAnsweringFunctions(tracker, carried.files);
  const { called } = carried;
  const outflows = carried.files.flatMap((file) =>
    findSinkHits({
      tracker,
      catalog,
      file,
      called,
      callers: once(() => findCallers(tracker.program, [file])),
      answering,
      unknownCallbacks,
    }),
  );
  const { files } = carried;
  const seen = withWebhookTypes({
    tracker,
    catalog,
    files,
    seen: [...reads, ...outflows],
    declared: webhooks,
  });
  return {
    ...resolveHits({ tracker, catalog, reach, files, seen }),
    exposedSecrets: exposedSecrets(outflows, reach),
    files,
    steps: budgetOfRun - tracker.budget,
  };
}

/** Files that give responses, or parts of them, to those who import them. */
export function findGivingFiles(input: CarryInput): readonly string[] {
  return [...carryResponses(input).sources.keys()].sort();
}

interface Carriage {
  readonly tracker: Tracker;
  readonly reach: ImportReach;
  readonly carried: Propagation;
  readonly sources: Giving;
}

/** Carries responses from file to file until they come nowhere new. */
function carryResponses(input: CarryInput): Carriage {
  const { program, files, seeds, importersOf, importersOfSecrets } = input;
  const tracker = createTracker(program);
  const reach = createImportReach(program);
  const sources = new Map<string, GivenNames>();
  let carried: Propagation = { files: [], called: new Set() };
  let fresh: readonly string[] = seeds ?? files.filter((file) => asksPlatform(tracker, file));
  while (fresh.length > 0) {
    carried = propagateArguments(tracker, carried, fresh, reach);
    const giving = newlyGiving(tracker, carried.files, sources);
    for (const [file, names] of giving) sources.set(file, names);
    const secrets = givingSecrets(tracker, carried.files, sources);
    for (const [file, names] of secrets) sources.set(file, names);
    const all = new Map([...giving, ...secrets]);
    const importers = [
      ...files.filter((file) => takesAny(program, file, all)),
      ...importersOf(giving),
      ...importersOfSecrets(secrets),
    ];
    fresh = [...new Set(importers)].filter((file) => !carried.files.includes(file));
  }
  return { tracker, reach, carried, sources };
}

/** Files beside those that were looked through, in which a secret is read. */
function givingSecrets(tracker: Tracker, files: readonly string[], sources: Giving): Giving {
  const others = [...tracker.secretFiles].filter((file) => !files.includes(file)).sort();
  return newlyGiving(tracker, others, sources);
}

/** Only where requests are, responses begin; payloads begin where bodies of webhooks are taken. */
function asksPlatform(tracker: Tracker, file: string): boolean {
  const { program } = tracker;
  const facts = program.facts(file);
  if (facts !== null && (mayTakeWebhook(program.catalog, facts) || asksForSecret(tracker, facts)))
    return true;
  return (facts?.calls ?? []).some(
    (_, call) => program.uses({ file, call }).length > 0 || program.isRequest({ file, call }),
  );
}

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
