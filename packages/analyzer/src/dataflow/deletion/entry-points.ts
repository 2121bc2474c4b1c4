import { isExportedEntry } from '../../lookups/framework-entry-points.js';
import type { CallFact, Expression, FileFacts } from '../../model/facts.js';
import type { Program } from '../../model/program.js';
import type { FunctionAt } from './reached-functions.js';
import { isInside } from '../../lookups/is-inside.js';

/** Decorators of parameters; every other one above a method may register it with a framework. */
const ofParameters = /^(?:Body|Param|Params|Query|Headers?|Req|Res|Request|Response|Ip|Inject|Ctx|Payload)$/;

/** Whether a framework calls a function that nobody in the app calls: by its export, its decorator, or the object that it stands in. */
export function isEntry(program: Program, at: FunctionAt): boolean {
  const facts = program.facts(at.file);
  const fact = facts?.functions[at.function];
  if (facts === null || fact === undefined) return false;
  const names = Object.entries(facts.exports).flatMap(([name, value]) =>
    holds(facts, value, at.function) ? [name] : [],
  );
  if (names.some((name) => isExportedEntry(at.file, name))) return true;
  return fact.class !== null && facts.calls.some((call) => decorates(facts, call, at.function));
}

/** What an export is, or (`export default { fetch }`) has in it. */
function holds(facts: FileFacts, value: Expression, wanted: number): boolean {
  if (value.kind === 'function') return value.function === wanted;
  if (value.kind === 'object') return value.entries.some((entry) => holds(facts, entry.value, wanted));
  const bound = value.kind === 'name' ? facts.bindings[value.binding]?.value : null;
  return bound != null && bound.kind !== 'name' && holds(facts, bound, wanted);
}

function decorates({ functions }: FileFacts, call: CallFact, wanted: number): boolean {
  const span = functions[wanted]?.span;
  if (!call.isDecorator || span === undefined || ofParameters.test(call.calleeText)) return false;
  return isInside(call.span, span);
}
