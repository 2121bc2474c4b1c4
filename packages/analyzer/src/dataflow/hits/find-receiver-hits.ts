import type { CallFact, Expression } from '../../model/facts.js';
import { activationAt } from '../tracking/activation-at.js';
import { isOwnMethod } from '../tracking/taint-of-call.js';
import { takesBytes } from '../tracking/taint-of-download.js';
import { functionOf, anyCallerActivation, type Tracker } from '../domain/tracker.js';
import { allPaths, isTainted, type TaintValue } from '../domain/taint-value.js';
import { isKnownMethod, takesCallback } from '../models/method-models.js';
import { isClosedParameter, type FileContext } from './file-context.js';
import { mayBeFunction } from '../tracking/unknown-callbacks.js';
import { taintOfFunction } from '../models/function-models.js';
import type { Activation } from '../domain/taint-value-types.js';
import { sinkOf } from './sink-of.js';
import { asEscape, hitsAt, type Taker, type FlowHit } from './flow-hit.js';

/**
 * What calls do with what they are called on, where that cannot be followed: methods that are not known, callbacks that
 * cannot be seen into.
 */
export function findReceiverHits(context: FileContext): readonly FlowHit[] {
  const { tracker, file } = context;
  return (tracker.program.facts(file)?.calls ?? []).flatMap((call, index) => {
    const { callee } = call;
    if (callee.kind !== 'member' && callee.kind !== 'item') return [];
    const self = tracker.evaluate(callee.object, activationAt(tracker, file, call));
    if (!isTainted(self)) return [];
    const out = wayOfReceiver(context, call, index, self);
    return out === null ? [] : hitsAt(tracker, file, allPaths(self), call.span, out);
  });
}

function wayOfReceiver(context: FileContext, call: CallFact, index: number, self: TaintValue): Taker | null {
  const { tracker, file } = context;
  const { callee, calleeText } = call;
  if (callee.kind === 'item')
    return asEscape(calleeText, 'it is asked for a method whose name is worked out at run time');
  if (callee.kind !== 'member' || self.functions.size > 0) return null;
  const { name } = callee;
  if (isOwnOrRequest(tracker, file, call, index)) return null;
  // A record that is saved is told as stored.
  if (sinkOf(context.catalog, tracker.program.callees({ file, call: index }), call) !== null) return null;
  if (takesBytes(call)) return null;
  if (isKnownMethod(name)) return takesCallback(name) ? wayOfCallbacks(context, call) : null;
  return asEscape(calleeText, `it is asked for \`${name}\`, which is not followed`);
}

/** Methods of the project's own, and requests of a client, are followed. */
function isOwnOrRequest(tracker: Tracker, file: string, call: CallFact, index: number): boolean {
  const site = { file, call: index };
  if (tracker.program.uses(site).length > 0 || tracker.program.callees(site).request !== null) return true;
  return isOwnMethod(tracker, call, index, anyCallerActivation(tracker, file));
}

function wayOfCallbacks(context: FileContext, call: CallFact): Taker | null {
  const blind = call.args.slice(0, 2).some(({ value }) => !isSeenInto(context, call, value));
  return blind ? asEscape(call.calleeText, 'it is handed to a function that cannot be seen into') : null;
}

/** Whether a callback is a function of the project, or one of the runtime that passes on what it is handed. */
export function isSeenInto(context: FileContext, call: CallFact, callback: Expression): boolean {
  const { tracker, file } = context;
  if (callback.kind === 'function' || !mayBeFunction(callback)) return true;
  const isClosed = isClosedParameter(context, callback);
  if (isClosed !== null) return isClosed && isHeld(tracker, callback, anyCallerActivation(tracker, file));
  const { externals, functions, isOpen } = tracker.program.functionsIn(file, call.function, callback);
  if (externals.some((one) => taintOfFunction(one, false) === null)) return false;
  return !isOpen || (functions.length === 0 && isHeld(tracker, callback, anyCallerActivation(tracker, file)));
}

/** Functions that only the flow knows: what a helper gave back, made for the purpose. */
function isHeld(tracker: Tracker, callback: Expression, activation: Activation): boolean {
  const held = [...tracker.evaluate(callback, activation).functions.values()];
  return held.length > 0 && held.every((one) => functionOf(tracker, one.file, one.function) !== undefined);
}
