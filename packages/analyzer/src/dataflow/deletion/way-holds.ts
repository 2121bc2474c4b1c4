import type { WayIn } from '../../model/data-flow.js';
import { keyOf, type FunctionAt } from './reached-functions.js';
import { tabledHandlers } from '../tracking/tabled-handlers.js';
import { webhookTypesNamed } from '../../lookups/webhook-types-named.js';
import type { CallFact } from '../../model/facts.js';
import type { CallSite, Program } from '../../model/program.js';
import { runsIn } from './runs.js';
import { stays } from './stays.js';
import { allHold, type Given } from './test-holds.js';
import { isInside } from '../../lookups/is-inside.js';

/** Whether all calls of a way run when a webhook of a type comes in; null where that is not known. */
export function wayHolds(program: Program, to: FunctionAt, way: WayIn, given: Given): boolean | null {
  const { from, registeredBy, sites } = way;
  const last = sites.at(-1);
  return allHold([
    from === 'unknown' ? null : true,
    ...(registeredBy === null ? [] : [isRegisteredFor(program, registeredBy, given)]),
    ...sites.map((site) => siteHolds(program, site, given)),
    ...(last === undefined ? [] : [isRowFor(program, last, to, given)]),
  ]);
}

/** Whether a call runs whenever its function does; null where that is not known. */
export function siteHolds(program: Program, site: CallSite, given: Given): boolean | null {
  return askOf(program, site, given, (asked, call) =>
    isBehindThrower(program, site, call) ? null : runsIn(asked, call),
  );
}

/** `fail('to do')` in front of a call, of a function that does nothing but throw. */
function isBehindThrower(program: Program, { file }: CallSite, call: CallFact): boolean {
  const { calls = [], conditional = [] } = program.facts(file) ?? {};
  const isAside = (one: CallFact): boolean =>
    conditional.some(({ span }) => isInside(one.span, span) && !isInside(call.span, span));
  return calls.some(
    (one, index) =>
      one.function === call.function &&
      one.span[1] <= call.span[0] &&
      !isAside(one) &&
      program.callees({ file, call: index }).functions.some((callee) => alwaysThrows(program, callee)),
  );
}

function alwaysThrows(program: Program, { file, function: index }: FunctionAt): boolean {
  const facts = program.facts(file);
  const span = facts?.functions[index]?.span;
  if (facts == null || span === undefined) return false;
  const own = facts.exits.filter((exit) => exit.function === index);
  return (
    own.length === 1 &&
    own[0]?.kind === 'throw' &&
    own[0].skips[1] === span[1] &&
    !facts.conditional.some((one) => isInside(one.span, span))
  );
}

/** Whether what a call does stays, in a transaction; null where that is not known. */
export function siteStays(program: Program, site: CallSite, given: Given): boolean | null {
  return askOf(program, site, given, stays);
}

function askOf(program: Program, site: CallSite, given: Given, ask: typeof runsIn): boolean | null {
  const facts = program.facts(site.file);
  const call = facts?.calls[site.call];
  if (facts == null || call === undefined) return null;
  return ask({ program, catalog: program.catalog, facts, given }, call);
}

/** Calls that run what they are handed for each item, or later. */
const oftenOrLater =
  /(?:^|\.)(?:forEach|map|filter|some|every|reduce|find|flatMap|sort|setTimeout|setInterval|setImmediate|catch)$/;

/** `on('SELLER_DEAUTHORIZATION', forget)` runs it for that type only. */
function isRegisteredFor(program: Program, site: CallSite, given: Given): boolean | null {
  const call = program.facts(site.file)?.calls[site.call];
  if (call === undefined || oftenOrLater.test(call.calleeText)) return null;
  const types = typesNamed(program, call);
  return allHold([siteHolds(program, site, given), isAmong(types, given)]);
}

function typesNamed(program: Program, { args: [first] }: CallFact): readonly number[] {
  return first?.value.kind === 'text' ? webhookTypesNamed(program.catalog, [first.value.text]) : [];
}

/** Of a table that is asked by the type, the row. */
function isRowFor(program: Program, site: CallSite, to: FunctionAt, given: Given): boolean | null {
  const call = program.facts(site.file)?.calls[site.call];
  const rows = tabledHandlers(program, site.file).filter(({ span }) => span[0] === call?.span[0]);
  const types = rows.flatMap(({ type, handler }) =>
    handler !== null && keyOf(handler) === keyOf(to) ? [type] : [],
  );
  if (rows.length === 0) return isOnlyOne(program, site);
  return types.length === 0 ? null : isAmong(types, given);
}

function isOnlyOne(program: Program, site: CallSite): boolean | null {
  return program.callees(site).functions.length === 1 ? true : null;
}

/** Whether a type is among those that are named; where none is, all are meant. */
function isAmong(types: readonly number[], given: Given): boolean | null {
  if (types.length === 0) return true;
  if (given === 'no-webhook') return null;
  return given === 'another-type' ? false : types.includes(given.type);
}
