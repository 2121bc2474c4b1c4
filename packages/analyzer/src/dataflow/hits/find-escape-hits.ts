import type { FunctionFact, Escape } from '../../model/facts.js';
import { answersByAssignment } from '../../lookups/framework-entry-points.js';
import { activationAt } from '../tracking/activation-at.js';
import { functionKey, anyCallerActivation, type Tracker } from '../domain/tracker.js';
import { allPaths, isTainted } from '../domain/taint-value.js';
import { taintOfFunction } from '../models/function-models.js';
import { givesResults } from '../models/method-models.js';
import type { FileContext } from './file-context.js';
import { isMethodOfTaint, isTransaction } from './is-followed.js';
import { asEscape, hitsAt, taker, type Taker, type FlowHit } from './flow-hit.js';

/** What leaves by itself, not by a call: returned, thrown, exported, assigned, put into a page. */
export function hitsOfEscape(context: FileContext, escaped: Escape): readonly FlowHit[] {
  const { tracker, file } = context;
  const paths = allPaths(tracker.evaluate(escaped.value, activationAt(tracker, file, escaped)));
  if (paths.length === 0) return [];
  const out = hitOfEscape(context, escaped);
  return out === null ? [] : hitsAt(tracker, file, paths, escaped.span, out);
}

const reasons: Readonly<Record<Exclude<Escape['kind'], 'return' | 'yield' | 'yield-all'>, string>> = {
  throw: 'it is thrown',
  markup: 'it is put into a page',
  export: 'it is exported',
  assign: 'it is assigned to something outside the file',
  other: 'it is used in a way that is not followed',
};

function hitOfEscape(context: FileContext, { kind, target, function: index }: Escape): Taker | null {
  if (kind === 'assign' && target !== null && isAnswer(target)) return taker('returned', target);
  if (kind !== 'return' && kind !== 'yield' && kind !== 'yield-all') return asEscape(kind, reasons[kind]);
  if (index === null) return null;
  return hitOfReturn(context, index);
}

function isAnswer(target: string): boolean {
  const end = target.lastIndexOf('.');
  return end > 0 && answersByAssignment(target.slice(0, end), target.slice(end + 1));
}

/** What a function without a name is handed to. */
function registrarOf(tracker: Tracker, file: string, { passedTo }: FunctionFact): string | null {
  if (passedTo === null) return null;
  return tracker.program.facts(file)?.calls[passedTo.call]?.calleeText ?? null;
}

/** To callers that were seen it is followed; to a framework or to nobody that was seen it is given away. */
function hitOfReturn(
  { tracker, file, called, answering, getters }: FileContext,
  index: number,
): Taker | null {
  const fact = tracker.program.facts(file)?.functions[index];
  if (fact === undefined) return null;
  const name = fact.name ?? registrarOf(tracker, file, fact) ?? 'this function';
  const key = functionKey(file, index);
  if (answering.has(key)) return taker('returned', name);
  if (called.has(key) || getters.has(key) || isCallbackOfList(tracker, file, index)) return null;
  return asEscape(name, `\`${name}\` gives it back to a caller that was not seen`);
}

/** `orders.map((order) => …)`: what the callback gives back is in the new list. */
function isCallbackOfList(tracker: Tracker, file: string, index: number): boolean {
  const passed = tracker.program.facts(file)?.functions[index]?.passedTo;
  if (passed == null) return false;
  const call = tracker.program.facts(file)?.calls[passed.call];
  if (call?.callee.kind !== 'member') return isPassing(tracker, file, passed.call);
  return (
    isTransaction(tracker.program, { file, call: passed.call }, call) ||
    isMethodOfTaint(tracker, call, anyCallerActivation(tracker, file)) ||
    (givesResults(call.callee.name) &&
      isTainted(tracker.callResult(passed.call, anyCallerActivation(tracker, file)))) ||
    isPassing(tracker, file, passed.call)
  );
}

function isPassing(tracker: Tracker, file: string, call: number): boolean {
  const { externals } = tracker.program.callees({ file, call });
  return externals.length > 0 && externals.every((callee) => taintOfFunction(callee, false) !== null);
}
