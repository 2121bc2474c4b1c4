import type { CodePoint, FileFacts, Span } from '../../model/facts.js';
import { basisOfKey, isCurrent, noteAsked, type Stamp } from '../domain/ledger.js';
import { joinAll, untainted, type Kept, type TaintValue } from '../domain/taint-value.js';
import {
  anyCallerActivation,
  functionKey,
  handingKey,
  type Handing,
  type Tracker,
} from '../domain/tracker.js';
import type { Activation } from '../domain/taint-value-types.js';
import { enterFunction } from './taint-of-call.js';

/**
 * What the names around a place stand for: with every caller that was seen, but for those that a branch around it keeps
 * away. `if (source !== 'import') log(record)` logs nothing of a caller that hands over `'import'`.
 */
export function activationAt(tracker: Tracker, file: string, point: CodePoint): Activation {
  const everyCaller = anyCallerActivation(tracker, file);
  const guards = guardsAround(tracker.program.facts(file), point);
  if (guards.length === 0) return everyCaller;
  for (
    let at = point.function;
    at !== null;
    at = tracker.program.facts(file)?.functions[at]?.parent ?? null
  ) {
    const ground = handingKey(file, at);
    noteAsked(tracker.ledger, ground);
    const handings = [...(tracker.handings.get(functionKey(file, at))?.values() ?? [])];
    const admitted = handings.filter((one) => isAdmitted(tracker, one, { file, function: at }, point));
    if (admitted.length === handings.length) continue;
    const key = `${String(at)} ${guards.join()}`;
    const stamp = { round: tracker.ledger.round, basis: basisOfKey(tracker.ledger, ground) };
    return remembered(tracker, { of: everyCaller, key, stamp }, () =>
      enterFunction(tracker, { file, function: at, activation: null }, everyCaller, argumentsFrom(admitted)),
    );
  }
  return everyCaller;
}

function isAdmitted(
  { program }: Tracker,
  { site }: Handing,
  callee: { readonly file: string; readonly function: number },
  point: CodePoint,
): boolean {
  return site === null || program.leadsTo(site, callee, point);
}

/** By position, what these callers hand over. */
function argumentsFrom(handings: readonly Handing[]): readonly TaintValue[] {
  const length = Math.max(0, ...handings.map(({ args }) => args.length));
  return Array.from({ length }, (_, position) =>
    joinAll(handings.map(({ args }) => args[position] ?? untainted)),
  );
}

const guarded = new WeakMap<Activation, Map<string, Kept<Activation>>>();

interface Remembering {
  readonly of: Activation;
  readonly key: string;
  readonly stamp: Stamp;
}

/** They last until one of the calls that come there hands over more. */
function remembered(
  { ledger }: Tracker,
  { of, key, stamp }: Remembering,
  make: () => Activation,
): Activation {
  const all = guarded.get(of) ?? new Map<string, Kept<Activation>>();
  guarded.set(of, all);
  const known = all.get(key);
  if (known !== undefined && isCurrent(ledger, known)) return known.value;
  const value = make();
  all.set(key, { value, ...stamp });
  return value;
}

const around = new WeakMap<CodePoint, readonly number[]>();
const none: readonly number[] = [];

/** Stretches around a place that ask for a text, as indexes of the guards of its file. */
function guardsAround(facts: FileFacts | null, point: CodePoint): readonly number[] {
  const asking = facts === null ? none : askingGuards(facts);
  if (facts === null || asking.length === 0) return none;
  const known = around.get(point);
  if (known !== undefined) return known;
  const found = asking.filter((index) => isAround(facts.guards[index]?.span, point));
  around.set(point, found);
  return found;
}

function isAround(span: Span | undefined, point: CodePoint): boolean {
  return span !== undefined && span[0] <= point.span[0] && point.span[1] <= span[1];
}

const askingByFile = new WeakMap<FileFacts, readonly number[]>();

/** Most files have none: every call and every property asks. */
function askingGuards(facts: FileFacts): readonly number[] {
  const known = askingByFile.get(facts);
  if (known !== undefined) return known;
  const found = facts.guards.flatMap(({ equals }, index) => (equals === null ? [] : [index]));
  askingByFile.set(facts, found);
  return found;
}
