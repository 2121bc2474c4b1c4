import { addTo } from '../../util/add-to.js';
import { isCarried, type CarriedCall } from '../domain/carried-file.js';
import { isCurrent, noteChanged } from '../domain/ledger.js';
import { handingKey, type Tracker } from '../domain/tracker.js';
import { beginRound } from './create-tracker.js';
import { forgetFields } from './taint-of-member.js';

/**
 * Takes back what was worked out in these files, and all that came from there into others: what a function was handed by
 * anything of the kind is emptied, and whatever rests on it in turn. The calls that handed it over are looked at again by the next run.
 */
export function forgetFiles(tracker: Tracker, files: ReadonlySet<string>): void {
  beginRound(tracker);
  const { carried, exported, anyCallerActivations, found } = tracker;
  const called = [...carried].flatMap(([file, calls]) =>
    [...calls.all().callees].filter((key) => files.has(file) || files.has(fileOf(key))),
  );
  handAgain(tracker, emptyAll(tracker, files, called));
  tracker.results.clear();
  tracker.resultsOfCallbacks.clear();
  const { reads, opened, answering, sinks } = found;
  for (const file of files) {
    for (const kept of [carried, exported, anyCallerActivations, reads, opened, answering, sinks])
      kept.delete(file);
  }
  forgetFields(tracker, files);
}

/** Empties what these functions were handed, and what was handed on from there. Gives all that were emptied. */
function emptyAll(
  tracker: Tracker,
  files: ReadonlySet<string>,
  first: readonly string[],
): ReadonlySet<string> {
  const parameters = parametersByFunction(tracker);
  const emptied = new Set<string>();
  let left = first;
  while (left.length > 0) {
    // Most functions were handed nothing of the kind: there is nothing to hand them again.
    const fresh = [...new Set(left)].filter((key) => empty(tracker, key, parameters.get(key) ?? []));
    for (const key of fresh) emptied.add(key);
    left = fresh.length === 0 ? [] : takeStale(tracker, files).flatMap(({ callees }) => callees);
  }
  return emptied;
}

/** Whether there was anything. */
function empty(tracker: Tracker, key: string, parameters: readonly string[]): boolean {
  const held = parameters.filter((parameter) => tracker.parameters.delete(parameter));
  for (const parameter of held) noteChanged(tracker.ledger, parameter);
  if (!tracker.handings.delete(key)) return held.length > 0;
  noteChanged(tracker.ledger, handingKey(fileOf(key), Number(key.slice(key.lastIndexOf('#') + 1))));
  return true;
}

/** Calls of other files that rest on what is gone. They are not kept any more. */
function takeStale({ carried, ledger }: Tracker, files: ReadonlySet<string>): readonly CarriedCall[] {
  const stale: CarriedCall[] = [];
  for (const [file, calls] of carried) {
    if (files.has(file) || isCarried(ledger, calls)) continue;
    for (const [index, call] of calls.calls) {
      if (isCurrent(ledger, call)) continue;
      stale.push(call);
      calls.delete(index);
    }
  }
  return stale;
}

/** Every call of these functions is looked at again. */
function handAgain({ carried }: Tracker, functions: ReadonlySet<string>): void {
  for (const calls of carried.values()) {
    if (![...calls.all().callees].some((key) => functions.has(key))) continue;
    for (const [index, { callees }] of calls.calls)
      if (callees.some((key) => functions.has(key))) calls.delete(index);
  }
}

function parametersByFunction({ parameters }: Tracker): ReadonlyMap<string, readonly string[]> {
  const byFunction = new Map<string, string[]>();
  for (const key of parameters.keys()) addTo(byFunction, key.slice(0, key.lastIndexOf('#')), key);
  return byFunction;
}

/** Of a `functionKey`. */
function fileOf(key: string): string {
  return key.slice(0, key.lastIndexOf('#'));
}
