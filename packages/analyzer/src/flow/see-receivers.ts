import type { CallFact, Expression } from '../model/facts.js';
import { own } from '../model/own.js';
import { isOwnMethod } from './called.js';
import { functionOf, openScope, type Flow } from './flow.js';
import { allParts, holdsParts, type Holding } from './holding.js';
import { takesCallback, methodHolding } from './list-methods.js';
import { isClosedParameter, type Look } from './look.js';
import { mayBeFunction } from './open-parameters.js';
import { passingFunction } from './passing-functions.js';
import type { Scope } from './scope.js';
import type { Sighting } from './sighting.js';
import { lost, seen, type Way } from './way.js';

/**
 * What calls do with what they are called on, where that cannot be followed: methods that are not known, callbacks that
 * cannot be seen into, texts that are taken apart.
 */
export function seeReceivers(look: Look): readonly Sighting[] {
  const { flow, file } = look;
  return (flow.code.facts(file)?.calls ?? []).flatMap((call, index) => {
    const { callee } = call;
    if (callee.kind !== 'member' && callee.kind !== 'item') return [];
    const self = flow.holdingOf(callee.object, openScope(flow, file));
    if (!holdsParts(self)) return [];
    const out = wayOfReceiver(look, call, index, self);
    return out === null ? [] : seen(flow, file, allParts(self), call.span, out);
  });
}

function wayOfReceiver(look: Look, call: CallFact, index: number, self: Holding): Way | null {
  const { flow, file } = look;
  const { callee, calleeText } = call;
  if (callee.kind === 'item')
    return lost(calleeText, 'it is asked for a method whose name is worked out at run time');
  if (callee.kind !== 'member' || self.functions.size > 0) return null;
  const { name } = callee;
  if (own(harmless, name) !== undefined || isOwnOrRequest(flow, file, call, index)) return null;
  if (cutsText(name)) return lost(calleeText, 'it is taken apart as a text');
  if (methodHolding(flow, self, name, []) !== null)
    return takesCallback(name) ? wayOfCallbacks(look, call) : null;
  return lost(calleeText, `it is asked for \`${name}\`, which is not followed`);
}

/** Methods that only texts have and that give a piece of it, or what a pattern finds in it. */
function cutsText(name: string): boolean {
  return /^(?:split|match|matchAll|replace|replaceAll|substring|substr)$/.test(name);
}

/** Methods that tell nothing of what they are called on, or that add to it. */
const harmless = {
  hasOwnProperty: 1,
  isPrototypeOf: 1,
  propertyIsEnumerable: 1,
  push: 1,
  unshift: 1,
  add: 1,
  set: 1,
  delete: 1,
  clear: 1,
  bind: 1,
  getTime: 1,
};

/** Methods of the project's own, and requests of a client, are followed. */
function isOwnOrRequest(flow: Flow, file: string, call: CallFact, index: number): boolean {
  const site = { file, call: index };
  if (flow.code.uses(site).length > 0 || flow.code.callees(site).request !== null) return true;
  return isOwnMethod(flow, call, index, openScope(flow, file));
}

function wayOfCallbacks(look: Look, call: CallFact): Way | null {
  const blind = call.args.slice(0, 2).some(({ value }) => !isSeenInto(look, call, value));
  return blind ? lost(call.calleeText, 'it is handed to a function that cannot be seen into') : null;
}

/** Whether a callback is a function of the project, or one of the runtime that passes on what it is handed. */
export function isSeenInto(look: Look, call: CallFact, callback: Expression): boolean {
  const { flow, file } = look;
  if (callback.kind === 'function' || !mayBeFunction(callback)) return true;
  const isClosed = isClosedParameter(look, callback);
  if (isClosed !== null) return isClosed && isHeld(flow, callback, openScope(flow, file));
  const { externals, functions, isOpen } = flow.code.functionsIn(file, call.function, callback);
  if (externals.some((one) => passingFunction(one, false) === null)) return false;
  return !isOpen || (functions.length === 0 && isHeld(flow, callback, openScope(flow, file)));
}

/** Functions that only the flow knows: what a helper gave back, made for the purpose. */
function isHeld(flow: Flow, callback: Expression, scope: Scope): boolean {
  const held = [...flow.holdingOf(callback, scope).functions.values()];
  return held.length > 0 && held.every((one) => functionOf(flow, one.file, one.function) !== undefined);
}
