import { own } from '../model/own.js';
import type { ClassFact, MemberFact } from '../model/facts.js';
import { chain, only } from './alternatives.js';
import { annotated, instanceOf } from './annotation.js';
import { callFrame, openFrame } from './frames.js';
import type { Linker } from './linker.js';
import { hole } from './text.js';
import { urlMember } from './url-member.js';
import type {
  Alternative,
  ClassValue,
  ClientValue,
  Frame,
  HoleValue,
  InstanceValue,
  Value,
} from './value.js';

/** A property of a value. What is not there is absent; what cannot be seen is a hole. */
export function evaluateMember(linker: Linker, value: Value, name: string): readonly Alternative[] {
  switch (value.kind) {
    case 'object':
      return value.get(name);
    case 'array':
      return arrayItem(value.items(), name) ?? only(hole(name, `\`${name}\` of a list is not followed`));
    case 'module':
      return linker.exported(value.file, name);
    case 'class':
      return staticMember(linker, value, name);
    case 'instance':
      return instanceMember(linker, value, name, value.self ?? value);
    case 'external':
      return only({ ...value, path: [...value.path, name] });
    case 'hole':
      return only(memberOfHole(value, name));
    case 'text':
      return only(urlMember(value, name) ?? hole(name, `\`${name}\` of a text is not followed`));
    case 'client':
      return only(clientMember(value, name));
    case 'function':
      return only(hole(name, `\`${name}\` of a function is not followed`));
    case 'absent':
    case 'pattern':
      return only({ kind: 'absent' });
  }
}

/** A method of a client is a client that is called by that method's signature; a property that holds the client is it. */
function clientMember(value: ClientValue, name: string): Value {
  const signature = own(value.client.methods, name);
  if (signature !== undefined) return { ...value, client: { ...value.client, call: signature } };
  if (value.client.clientProperties?.includes(name) === true) return value;
  return hole(name, `\`${name}\` of a client is not followed`);
}

/** What a web framework hands to a handler comes from outside; no caller in the project settles it. */
const incoming = /^_?(?:req|request|ctx|context|event|evt|c)$/;
const incomingParts = new Set([
  'body',
  'query',
  'params',
  'json',
  'nextUrl',
  'searchParams',
  'formData',
  'cookies',
  'originalUrl',
]);

function memberOfHole(value: HoleValue, name: string): Value {
  if (
    value.owner !== null &&
    value.trail.length === 0 &&
    incoming.test(value.name) &&
    incomingParts.has(name)
  ) {
    return hole(name, `\`${value.name}.${name}\` comes with an incoming request`, { trail: [name] });
  }
  return { ...value, name, trail: [...value.trail, name] };
}

function arrayItem(items: readonly (readonly Alternative[])[], name: string): readonly Alternative[] | null {
  const index = Number(name);
  if (!Number.isInteger(index)) return null;
  return items[index] ?? only({ kind: 'absent' });
}

function staticMember(linker: Linker, value: ClassValue, name: string): readonly Alternative[] {
  const fact = classFact(linker, value);
  const member = fact === undefined ? undefined : own(fact.statics, name);
  if (member !== undefined) return memberValues(linker, member, withSelf(linker, value, value, null));
  const base = baseOf(linker, value, fact);
  return base === null ? only({ kind: 'absent' }) : base.flatMap((one) => linker.member(one.value, name));
}

/** A member of an instance, searched along the chain of base classes; `self` stays the instance that was asked. */
function instanceMember(
  linker: Linker,
  value: InstanceValue,
  name: string,
  self: InstanceValue,
): readonly Alternative[] {
  const fact = classFact(linker, value.of);
  const member = fact === undefined ? undefined : own(fact.members, name);
  if (member !== undefined && (member.values.length > 0 || member.annotation !== null)) {
    const frame = withSelf(linker, value.of, self, constructorArgs(value, fact));
    return memberValues(linker, member, frame);
  }
  const base = baseOf(linker, value.of, fact);
  if (base === null) return unseenMember(value, name, member !== undefined);
  return base.flatMap((one) => {
    if (one.value.kind !== 'class') return linker.member({ ...asExternal(one.value) }, name);
    const args = superArgs(linker, value, fact);
    return instanceMember(linker, { kind: 'instance', of: one.value, args, id: value.id }, name, self);
  });
}

function asExternal(value: Value): Value {
  return value.kind === 'external' ? { ...value, path: [...value.path, '()'] } : value;
}

/** An abstract member, or one of an instance whose making was not seen: a subclass or the caller settles it. */
function unseenMember(value: InstanceValue, name: string, isDeclared: boolean): readonly Alternative[] {
  if (!isDeclared && value.args !== null) return only({ kind: 'absent' });
  return only(
    hole(name, `\`this.${name}\` depends on how the instance is made`, {
      settledBy: 'caller',
      trail: [name],
    }),
  );
}

function classFact(linker: Linker, value: ClassValue): ClassFact | undefined {
  return linker.modules.facts(value.file)?.classes[value.class];
}

function baseOf(
  linker: Linker,
  value: ClassValue,
  fact: ClassFact | undefined,
): readonly Alternative[] | null {
  if (fact?.extends === null || fact === undefined) return null;
  return chain(linker.evaluate(fact.extends, value.frame), (base) =>
    base.kind === 'module' ? linker.exported(base.file, '=') : only(base),
  );
}

function constructorArgs(value: InstanceValue, fact: ClassFact | undefined): InstanceValue['args'] {
  if (value.args !== null) return value.args;
  // Fields with plain initializers are the same for every instance; only parameters stay open.
  return fact?.constructor === null ? [] : null;
}

/** The arguments that a class hands to its base class; its own when it has no constructor. */
function superArgs(linker: Linker, value: InstanceValue, fact: ClassFact | undefined): InstanceValue['args'] {
  if (fact === undefined || fact.constructor === null) return value.args;
  const facts = linker.modules.facts(value.of.file);
  const call = facts?.calls.find((one) => one.function === fact.constructor && one.callee.kind === 'super');
  if (call === undefined) return value.args;
  const frame = withSelf(linker, value.of, value, value.args);
  return call.args.map((arg) => () => linker.evaluate(arg.value, frame));
}

const memberFrames = new WeakMap<object, Map<string, Frame>>();

/** The frame that initializers and assigned values of a class are evaluated in; one for each instance and class. */
function withSelf(linker: Linker, of: ClassValue, self: Value, args: InstanceValue['args']): Frame {
  const frames = memberFrames.get(self) ?? new Map<string, Frame>();
  memberFrames.set(self, frames);
  const key = `${of.file}#${String(of.class)}`;
  const frame = frames.get(key) ?? makeMemberFrame(linker, of, self, args);
  frames.set(key, frame);
  return frame;
}

function makeMemberFrame(linker: Linker, of: ClassValue, self: Value, args: InstanceValue['args']): Frame {
  const constructor = self.kind === 'class' ? null : (classFact(linker, of)?.constructor ?? null);
  if (constructor === null) return { ...of.frame, self, memo: new Map(), id: `${of.frame.id}/${idOf(self)}` };
  const callee = { kind: 'function', file: of.file, function: constructor, frame: of.frame, self } as const;
  if (args === null) return { ...openFrame(linker, of.file, constructor), self, memo: new Map() };
  return callFrame(callee, args, of.frame.depth + 1);
}

function idOf(value: Value): string {
  return value.kind === 'instance' ? value.id : '';
}

function memberValues(linker: Linker, member: MemberFact, frame: Frame): readonly Alternative[] {
  if (member.values.length === 0 && member.annotation !== null) {
    return (
      instanceOf(linker, member.annotation, frame) ??
      only(hole('field', 'the field is set elsewhere', { settledBy: 'elsewhere' }))
    );
  }
  const values = member.values.flatMap((value) => bound(linker.evaluate(value, frame), frame.self));
  const given = values.filter(({ value }) => value.kind !== 'absent');
  const found = given.length > 0 ? given : values;
  if (member.isGetter) {
    return found.flatMap(({ value }) =>
      value.kind === 'function' ? linker.returned(value, []) : only(value),
    );
  }
  return member.annotation === null ? found : annotated(linker, found, member.annotation, frame);
}

/** Methods know their instance. Arrows took it from the frame they were made in. */
function bound(values: readonly Alternative[], self: Value | null): readonly Alternative[] {
  return values.map(({ value, picks }) => {
    if (value.kind !== 'function' || value.self !== null) return { value, picks };
    return { value: { ...value, self }, picks };
  });
}
