import type { Expression, Span } from '../../model/facts.js';
import type { ClassRef } from '../../model/program.js';
import { own } from '../../util/own.js';
import { noteAsked, noteChanged } from '../domain/ledger.js';
import { fieldsKey, functionKey, anyCallerActivation, type Tracker } from '../domain/tracker.js';
import { noteGetter } from '../domain/notes.js';
import { functionAround } from './enclosing-function.js';
import { joinAll, untainted, type TaintValue } from '../domain/taint-value.js';
import type { Activation } from '../domain/taint-value-types.js';

/** A field or a method of an instance: what any code of its class puts there. */
export function taintOfMember(
  tracker: Tracker,
  { object, name, span }: Omit<Extract<Expression, { kind: 'member' }>, 'kind'>,
  activation: Activation,
): TaintValue {
  if (!mayBeField(tracker, activation.file, name)) return untainted;
  return joinAll(
    classesOf(tracker, object, span, activation).map((chain) => memberAlong(tracker, chain, name)),
  );
}

/** Whether any class that was read has such a member: asking of which class a value is costs far more. */
function mayBeField(tracker: Tracker, file: string, name: string): boolean {
  addFields(tracker, file);
  if (tracker.fields.has(name)) return true;
  tracker.missed.add(name);
  noteAsked(tracker.ledger, fieldsKey);
  return false;
}

const counted = new WeakMap<Tracker, Set<string>>();

function addFields(tracker: Tracker, file: string): void {
  const seen = counted.get(tracker) ?? new Set<string>();
  counted.set(tracker, seen);
  const left = [file];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (seen.has(at)) continue;
    const facts = tracker.program.known(at);
    if (facts === null) continue;
    seen.add(at);
    for (const { members, statics } of facts.classes)
      for (const member of [...Object.keys(members), ...Object.keys(statics)]) addField(tracker, member);
    left.push(...facts.imports.flatMap((module) => tracker.program.resolve(facts.file, module) ?? []));
  }
}

/** Classes of these files are met anew. A name too many costs a question, and changes no answer. */
export function forgetFields(tracker: Tracker, files: ReadonlySet<string>): void {
  for (const file of files) counted.get(tracker)?.delete(file);
}

function addField(tracker: Tracker, name: string): void {
  if (tracker.fields.has(name)) return;
  tracker.fields.add(name);
  if (tracker.missed.has(name)) noteChanged(tracker.ledger, fieldsKey);
}

function memberAlong(tracker: Tracker, chain: readonly ClassRef[], name: string): TaintValue {
  for (const { file, class: index } of chain) {
    const fact = tracker.program.facts(file)?.classes[index];
    const member = fact === undefined ? undefined : (own(fact.members, name) ?? own(fact.statics, name));
    if (member === undefined || member.values.length === 0) continue;
    const held = joinAll(
      member.values.map((value) => tracker.evaluate(value, anyCallerActivation(tracker, file))),
    );
    if (!member.isGetter) return held;
    return joinAll(
      [...held.functions.values()].map((getter) => {
        noteGetter(tracker, functionKey(getter.file, getter.function));
        return tracker.resultOf(getter, []);
      }),
    );
  }
  return untainted;
}

function classesOf(
  tracker: Tracker,
  object: Expression,
  span: Span,
  activation: Activation,
): readonly (readonly ClassRef[])[] {
  // What holds no name cannot stand for an instance that somebody filled.
  if (object.kind !== 'this' && object.kind !== 'name' && object.kind !== 'member' && object.kind !== 'call')
    return [];
  return tracker.program.classesOf(
    activation.file,
    functionAround(tracker.program, activation.file, span[0]),
    object,
  );
}
