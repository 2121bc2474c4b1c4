import { own } from '../../util/own.js';
import type { ClassFact, MemberFact } from '../../model/facts.js';
import { bind, certain } from '../guarded.js';
import { annotated, instanceOf } from './annotation.js';
import { itemAtPlace } from '../collections.js';
import { callFrame, anyCallerFrame } from '../frames.js';
import type { Interpreter } from '../interpreter.js';
import { unknownValue } from '../unknown.js';
import { urlMember } from '../builtins/url-member.js';
import type {
  ArrayValue,
  Guarded,
  ClassValue,
  ClientValue,
  Frame,
  FunctionValue,
  UnknownValue,
  InstanceValue,
  Value,
} from '../value.js';

/** A property of a value. What is not there is absent; what cannot be seen is a unknown. */
export function evaluateMember(interpreter: Interpreter, value: Value, name: string): readonly Guarded[] {
  switch (value.kind) {
    case 'object':
      return value.get(name);
    case 'array':
      return arrayItem(value, name) ?? certain(unknownValue(name, `\`${name}\` of a list is not followed`));
    case 'module':
      return interpreter.exported(value.file, name);
    case 'class':
      return staticMember(interpreter, value, name);
    case 'instance':
      return instanceMember(interpreter, value, name, value.self ?? value);
    case 'external':
      return certain({ ...value, path: [...value.path, name] });
    case 'unknown':
      return certain(memberOfHole(value, name));
    case 'text':
      return certain(urlMember(value, name) ?? unknownValue(name, `\`${name}\` of a text is not followed`));
    case 'client':
      return certain(clientMember(value, name));
    case 'function':
      return (
        propertyOf(value, name) ?? certain(unknownValue(name, `\`${name}\` of a function is not followed`))
      );
    case 'absent':
    case 'pattern':
      return certain({ kind: 'absent' });
  }
}

/** What was set on a function; null where nothing was. */
function propertyOf({ properties }: FunctionValue, name: string): readonly Guarded[] | null {
  const set = properties?.get(name).filter(({ value }) => value.kind !== 'absent') ?? [];
  return set.length === 0 ? null : set;
}

/** A method of a client is a client that is called by that method's signature; a property that holds the client is it. */
function clientMember(value: ClientValue, name: string): Value {
  const signature = own(value.client.methods, name);
  if (signature !== undefined) return { ...value, client: { ...value.client, call: signature } };
  if (value.client.clientProperties?.includes(name) === true) return value;
  return unknownValue(name, `\`${name}\` of a client is not followed`);
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

function memberOfHole(value: UnknownValue, name: string): Value {
  if (
    value.owner !== null &&
    value.trail.length === 0 &&
    incoming.test(value.name) &&
    incomingParts.has(name)
  ) {
    return unknownValue(name, `\`${value.name}.${name}\` comes with an incoming request`, { trail: [name] });
  }
  return { ...value, name, trail: [...value.trail, name] };
}

function arrayItem(value: ArrayValue, name: string): readonly Guarded[] | null {
  const index = Number(name);
  return Number.isInteger(index) ? itemAtPlace(value, index, `${value.id}.${name}`) : null;
}

function staticMember(interpreter: Interpreter, value: ClassValue, name: string): readonly Guarded[] {
  const fact = classFact(interpreter, value);
  const member = fact === undefined ? undefined : own(fact.statics, name);
  if (member !== undefined)
    return memberValues(interpreter, member, withSelf(interpreter, value, value, null));
  const base = baseOf(interpreter, value, fact);
  return base === null
    ? certain({ kind: 'absent' })
    : base.flatMap((one) => interpreter.member(one.value, name));
}

/** A member of an instance, searched along the chain of base classes; `self` stays the instance that was asked. */
function instanceMember(
  interpreter: Interpreter,
  value: InstanceValue,
  name: string,
  self: InstanceValue,
): readonly Guarded[] {
  const fact = classFact(interpreter, value.of);
  const member = fact === undefined ? undefined : own(fact.members, name);
  if (member !== undefined && (member.values.length > 0 || member.annotation !== null)) {
    const frame = withSelf(interpreter, value.of, self, constructorArgs(value, fact));
    return memberValues(interpreter, member, frame);
  }
  const base = baseOf(interpreter, value.of, fact);
  if (base === null) return unseenMember(value, name, member !== undefined);
  return base.flatMap((one) => {
    if (one.value.kind !== 'class') return interpreter.member({ ...asExternal(one.value) }, name);
    const args = superArgs(interpreter, value, fact);
    return instanceMember(interpreter, { kind: 'instance', of: one.value, args, id: value.id }, name, self);
  });
}

function asExternal(value: Value): Value {
  return value.kind === 'external' ? { ...value, path: [...value.path, '()'] } : value;
}

/** An abstract member, or one of an instance whose making was not seen: a subclass or the caller settles it. */
function unseenMember(value: InstanceValue, name: string, isDeclared: boolean): readonly Guarded[] {
  if (!isDeclared && value.args !== null) return certain({ kind: 'absent' });
  return certain(
    unknownValue(name, `\`this.${name}\` depends on how the instance is made`, {
      settledBy: 'caller',
      trail: [name],
    }),
  );
}

function classFact(interpreter: Interpreter, value: ClassValue): ClassFact | undefined {
  return interpreter.modules.facts(value.file)?.classes[value.class];
}

function baseOf(
  interpreter: Interpreter,
  value: ClassValue,
  fact: ClassFact | undefined,
): readonly Guarded[] | null {
  if (fact?.extends === null || fact === undefined) return null;
  return bind(interpreter.evaluate(fact.extends, value.frame), (base) =>
    base.kind === 'module' ? interpreter.exported(base.file, '=') : certain(base),
  );
}

function constructorArgs(value: InstanceValue, fact: ClassFact | undefined): InstanceValue['args'] {
  if (value.args !== null) return value.args;
  // Fields with plain initializers are the same for every instance; only parameters stay open.
  return fact?.constructor === null ? [] : null;
}

/** The arguments that a class hands to its base class; its own when it has no constructor. */
function superArgs(
  interpreter: Interpreter,
  value: InstanceValue,
  fact: ClassFact | undefined,
): InstanceValue['args'] {
  if (fact === undefined || fact.constructor === null) return value.args;
  const facts = interpreter.modules.facts(value.of.file);
  const call = facts?.calls.find((one) => one.function === fact.constructor && one.callee.kind === 'super');
  if (call === undefined) return value.args;
  const frame = withSelf(interpreter, value.of, value, value.args);
  return call.args.map((arg) => () => interpreter.evaluate(arg.value, frame));
}

const memberFrames = new WeakMap<object, Map<string, Frame>>();

/** The frame that initializers and assigned values of a class are evaluated in; one for each instance and class. */
function withSelf(interpreter: Interpreter, of: ClassValue, self: Value, args: InstanceValue['args']): Frame {
  const frames = memberFrames.get(self) ?? new Map<string, Frame>();
  memberFrames.set(self, frames);
  const key = `${of.file}#${String(of.class)}`;
  const frame = frames.get(key) ?? makeMemberFrame(interpreter, of, self, args);
  frames.set(key, frame);
  return frame;
}

function makeMemberFrame(
  interpreter: Interpreter,
  of: ClassValue,
  self: Value,
  args: InstanceValue['args'],
): Frame {
  const constructor = self.kind === 'class' ? null : (classFact(interpreter, of)?.constructor ?? null);
  if (constructor === null) return { ...of.frame, self, memo: new Map(), id: `${of.frame.id}/${idOf(self)}` };
  const callee = { kind: 'function', file: of.file, function: constructor, frame: of.frame, self } as const;
  if (args === null) return { ...anyCallerFrame(interpreter, of.file, constructor), self, memo: new Map() };
  return callFrame(callee, args, of.frame.depth + 1);
}

function idOf(value: Value): string {
  return value.kind === 'instance' ? value.id : '';
}

function memberValues(interpreter: Interpreter, member: MemberFact, frame: Frame): readonly Guarded[] {
  if (member.values.length === 0 && member.annotation !== null) {
    return (
      instanceOf(interpreter, member.annotation, frame) ??
      certain(unknownValue('field', 'the field is set elsewhere', { settledBy: 'elsewhere' }))
    );
  }
  const values = member.values.flatMap((value) => bound(interpreter.evaluate(value, frame), frame.self));
  const given = values.filter(({ value }) => value.kind !== 'absent');
  const found = given.length > 0 ? given : values;
  if (member.isGetter) {
    return found.flatMap(({ value }) =>
      value.kind === 'function' ? interpreter.returned(value, []) : certain(value),
    );
  }
  return member.annotation === null ? found : annotated(interpreter, found, member.annotation, frame);
}

/** Methods know their instance. Arrows took it from the frame they were made in. */
function bound(values: readonly Guarded[], self: Value | null): readonly Guarded[] {
  return values.map(({ value, guard: guard }) => {
    if (value.kind !== 'function' || value.self !== null) return { value, guard };
    return { value: { ...value, self }, guard };
  });
}
