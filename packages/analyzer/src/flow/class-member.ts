import type { Expression, Span } from '../model/facts.js';
import type { ClassRef } from '../model/linked-code.js';
import { own } from '../model/own.js';
import { openScope, type Flow } from './flow.js';
import { functionAround } from './inside-of.js';
import { joinAll, nothing, type Holding } from './holding.js';
import type { Scope } from './scope.js';

/** A field or a method of an instance: what any code of its class puts there. */
export function classMember(
  flow: Flow,
  { object, name, span }: Omit<Extract<Expression, { kind: 'member' }>, 'kind'>,
  scope: Scope,
): Holding {
  if (!mayBeField(flow, scope.file, name)) return nothing;
  return joinAll(classesOf(flow, object, span, scope).map((chain) => memberAlong(flow, chain, name)));
}

/** Whether any class that was read has such a member: asking of which class a value is costs far more. */
function mayBeField(flow: Flow, file: string, name: string): boolean {
  addFields(flow, file);
  return flow.fields.has(name);
}

const counted = new WeakMap<Flow, Set<string>>();

function addFields(flow: Flow, file: string): void {
  const seen = counted.get(flow) ?? new Set<string>();
  counted.set(flow, seen);
  const left = [file];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (seen.has(at)) continue;
    const facts = flow.code.known(at);
    if (facts === null) continue;
    seen.add(at);
    for (const { members, statics } of facts.classes)
      for (const member of [...Object.keys(members), ...Object.keys(statics)]) flow.fields.add(member);
    left.push(...facts.imports.flatMap((module) => flow.code.resolve(facts.file, module) ?? []));
  }
}

function memberAlong(flow: Flow, chain: readonly ClassRef[], name: string): Holding {
  for (const { file, class: index } of chain) {
    const fact = flow.code.facts(file)?.classes[index];
    const member = fact === undefined ? undefined : (own(fact.members, name) ?? own(fact.statics, name));
    if (member === undefined || member.values.length === 0) continue;
    const held = joinAll(member.values.map((value) => flow.holdingOf(value, openScope(flow, file))));
    if (!member.isGetter) return held;
    return joinAll(
      [...held.functions.values()].map((getter) => {
        flow.getters.add(`${getter.file}#${String(getter.function)}`);
        return flow.returned(getter, []);
      }),
    );
  }
  return nothing;
}

function classesOf(
  flow: Flow,
  object: Expression,
  span: Span,
  scope: Scope,
): readonly (readonly ClassRef[])[] {
  // What holds no name cannot stand for an instance that somebody filled.
  if (object.kind !== 'this' && object.kind !== 'name' && object.kind !== 'member' && object.kind !== 'call')
    return [];
  return flow.code.classesOf(scope.file, functionAround(flow.code, scope.file, span[0]), object);
}
