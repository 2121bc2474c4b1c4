import type { FileFacts } from '../../model/facts.js';
import { join, signatureOf, untainted, type FunctionRef, type TaintValue } from '../domain/taint-value.js';
import { noteChanged } from '../domain/ledger.js';
import { functionKey, handingKey, type Handing, type Tracker } from '../domain/tracker.js';

/**
 * Notes what a call hands to a function in which a branch asks for a text, so that each branch can be looked at with the
 * callers that come there. True when this call hands over more than it was seen to.
 */
export function noteHanding(tracker: Tracker, callee: FunctionRef, { site, args }: Handing): boolean {
  if (!asksForText(tracker.program.facts(callee.file), callee.function)) return false;
  const key = functionKey(callee.file, callee.function);
  const bySite = tracker.handings.get(key) ?? new Map<string, Handing>();
  tracker.handings.set(key, bySite);
  const at = site === null ? '' : `${site.file}#${String(site.call)}`;
  const before = bySite.get(at)?.args ?? [];
  const after = args.map((arg, position) => join(before[position] ?? untainted, arg));
  bySite.set(at, { site, args: after });
  const isNew = signatureOfAll(after) !== signatureOfAll(before);
  if (isNew) noteChanged(tracker.ledger, handingKey(callee.file, callee.function));
  return isNew;
}

function signatureOfAll(args: readonly TaintValue[]): string {
  return args.map(signatureOf).join(';').replace(/;+$/, '');
}

const askingFunctions = new WeakMap<FileFacts, ReadonlySet<number>>();

function asksForText(facts: FileFacts | null, index: number): boolean {
  if (facts === null || facts.guards.length === 0) return false;
  const known = askingFunctions.get(facts) ?? functionsThatAsk(facts);
  askingFunctions.set(facts, known);
  return known.has(index);
}

function functionsThatAsk({ guards, functions }: FileFacts): ReadonlySet<number> {
  const spans = guards.flatMap(({ equals, span }) => (equals === null ? [] : [span]));
  return new Set(
    functions.flatMap(({ span: [start, end] }, index) =>
      spans.some(([from, to]) => start <= from && to <= end) ? [index] : [],
    ),
  );
}
