import type { Entry, Item } from '../../model/facts.js';
import { contextOf } from '../../walk/context.js';
import type { Of, Parameter } from '../../walk/domain.js';
import { noteAsked } from '../domain/ledger.js';
import { anyCallerActivation, functionOf, parameterKey, type Tracker } from '../domain/tracker.js';
import { intoText, derive } from '../domain/access-path.js';
import { elementOf, fieldOf, itemsOf } from '../domain/read-field.js';
import { restOf, withoutNames } from '../domain/rest-of.js';
import {
  collapse,
  isUntainted,
  join,
  joinAll,
  mapPaths,
  untainted,
  ofEntries,
  ofFunction,
  type TaintValue,
} from '../domain/taint-value.js';
import type { Activation } from '../domain/taint-value-types.js';
import { passedByBuiltIn } from '../models/method-models.js';
import { partOfUrl } from '../models/url-parts.js';
import { enclosingFunction } from './enclosing-function.js';
import { never, withoutTaint, type TaintDomain } from './evaluate-taint.js';
import { placeOfSpan } from './place-of-span.js';
import { secretBehindText, secretOfMember, secretUnder } from './secrets.js';
import { taintOfThis, thisObject } from './taint-of-instance.js';
import { taintOfMember } from './taint-of-member.js';
import { homeOf, taintOfVariable } from './taint-of-variable.js';
import { bodyOfMember } from './webhook-bodies.js';

/** Access paths as a domain of the walk: what each kind of expression holds of responses. */
export function createTaintDomain(tracker: Tracker): TaintDomain {
  const { evaluate, program } = tracker;
  return {
    modules: program.modules,
    evaluate,
    bottom: untainted,
    homeOf: (activation, index) => homeOf(tracker, activation, index),
    topOf: (file) => anyCallerActivation(tracker, file),
    variable: (variable) => taintOfVariable(tracker, variable),
    parameter: (parameter, activation) => taintOfParameter(tracker, parameter, activation),
    module: never,
    external: never,
    typed: never,
    missing: never,
    transfer: {
      ...withoutTaint,
      concat: (expression, activation) => taintOfTemplate(tracker, expression, activation),
      member: (expression, activation) => taintOfField(tracker, expression, activation),
      item: (expression, activation) => taintOfItem(tracker, expression, activation),
      each: ({ of, keys }, activation) => (keys ? untainted : elementOf(evaluate(of, activation))),
      rest: ({ object, without }, activation) => restOf(evaluate(object, activation), without),
      call: ({ call }, activation) => tracker.callResult(call, activation),
      object: (expression, activation) => taintOfObject(tracker, expression, activation),
      array: (expression, activation) => taintOfArray(tracker, expression, activation),
      choice: ({ options }, activation) => joinAll(options.map((option) => evaluate(option, activation))),
      fallback: ({ value, otherwise }, activation) =>
        join(evaluate(value, activation), evaluate(otherwise, activation)),
      function: ({ function: index }, activation) => taintOfClosure(index, activation),
      this: (expression, { file }) =>
        taintOfThis(tracker, file, enclosingFunction(program, file, expression)),
    },
  };
}

/** A function with what the names around it stand for; in the open one of its file, whichever that is by then. */
function taintOfClosure(index: number, activation: Activation): TaintValue {
  const { file, function: around } = activation;
  return ofFunction({ file, function: index, activation: around === null ? null : activation });
}

function taintOfTemplate(tracker: Tracker, { parts }: Of<'concat'>, activation: Activation): TaintValue {
  return taintOfText(
    parts.map((part, at) => {
      const held = tracker.evaluate(part, activation);
      return isUntainted(held) ? secretBehindText(tracker, activation.file, parts[at - 1], part) : held;
    }),
  );
}

function taintOfText(paths: readonly TaintValue[]): TaintValue {
  return collapse(joinAll(paths.map((one) => mapPaths(one, intoText))));
}

function taintOfParameter(
  tracker: Tracker,
  { expression, fact }: Parameter,
  activation: Activation,
): TaintValue {
  const { function: index, index: position } = expression;
  const otherwise = fact.otherwise === null ? untainted : tracker.evaluate(fact.otherwise, activation);
  const called = contextOf(activation, index);
  if (called !== null) {
    const given = fact.rest
      ? ofEntries(called.args.slice(position).map((arg, at) => [String(at), arg]))
      : (called.args[position] ?? untainted);
    return join(given, otherwise);
  }
  const passedTo = functionOf(tracker, activation.file, index)?.passedTo ?? null;
  const handed = passedTo === null ? null : passedByBuiltIn(tracker, passedTo, position, activation);
  const key = parameterKey(activation.file, index, position);
  noteAsked(tracker.ledger, key);
  const carried = tracker.parameters.get(key) ?? untainted;
  return joinAll([handed ?? untainted, carried, otherwise]);
}

function taintOfField(
  tracker: Tracker,
  { object, name, span }: Of<'member'>,
  activation: Activation,
): TaintValue {
  // All fields of an instance are looked at only where it is handed on whole.
  const held =
    object.kind === 'this'
      ? thisObject(tracker, activation.file, enclosingFunction(tracker.program, activation.file, object))
      : tracker.evaluate(object, activation);
  const found = partOfUrl(held, name);
  if (!isUntainted(found)) return found;
  const ofInstance = taintOfMember(tracker, { object, name, span }, activation);
  if (!isUntainted(ofInstance)) return ofInstance;
  const member = { kind: 'member', object, name, span } as const;
  const secret = secretOfMember(tracker, activation.file, member);
  return isUntainted(secret) ? bodyOfMember(tracker, activation.file, member) : secret;
}

function taintOfItem(tracker: Tracker, { object, key }: Of<'item'>, activation: Activation): TaintValue {
  const held = tracker.evaluate(object, activation);
  if (isUntainted(held)) return untainted;
  const texts = tracker.program.textsOf(
    activation.file,
    enclosingFunction(tracker.program, activation.file, key),
    key,
  );
  return texts === null ? elementOf(held) : joinAll(texts.map((text) => fieldOf(held, text)));
}

/** An own object. What is spread into it keeps what no later entry replaces. */
function taintOfObject(tracker: Tracker, { entries }: Of<'object'>, activation: Activation): TaintValue {
  const named = new Map<string, TaintValue>();
  let spread: TaintValue = untainted;
  for (const [position, entry] of entries.entries()) {
    const value = valueOfEntry(tracker, entry, activation);
    if (entry.key === null) {
      const later = entries
        .slice(position + 1)
        .flatMap(({ key }) => (key?.kind === 'text' ? [key.text] : []));
      spread = join(spread, later.length === 0 ? value : overlaid(value, later));
      continue;
    }
    if (isUntainted(value)) continue;
    const name = entry.key.kind === 'text' ? entry.key.text : '[]';
    const got = entry.getter ? resultOf(tracker, value) : value;
    const put = entry.key.kind === 'text' ? placeOfSpan(tracker, activation.file, entry.key.span) : null;
    named.set(
      name,
      mapPaths(got, (one) => (one.put === null ? derive(one, { put }) : one)),
    );
  }
  return join(spread, ofEntries(named));
}

function valueOfEntry(tracker: Tracker, { key, value }: Entry, activation: Activation): TaintValue {
  const held = tracker.evaluate(value, activation);
  if (!isUntainted(held) || key?.kind !== 'text') return held;
  return secretUnder(tracker, activation.file, key.text, value);
}

/** What is left of a spread object under later entries of these names. */
function overlaid(of: TaintValue, later: readonly string[]): TaintValue {
  const entries = ofEntries([...of.entries].filter(([name]) => !later.includes(name)));
  return { ...mapPaths({ ...of, entries: entries.entries }, (one) => withoutNames(one, later)) };
}

function resultOf(tracker: Tracker, of: TaintValue): TaintValue {
  return joinAll([...of.functions.values()].map((one) => tracker.resultOf(one, [])));
}

function taintOfArray(tracker: Tracker, { items }: Of<'array'>, activation: Activation): TaintValue {
  let isSpread = false;
  return ofEntries(
    items.map((item, index) => {
      const value = valueOfItem(tracker, items, index, activation);
      if (item.spread) isSpread = true;
      // Behind a spread list the positions are not known.
      return [isSpread ? '[]' : String(index), item.spread ? itemsOf(value) : value];
    }),
  );
}

/** Of a pair of name and value, the name may say what the value is. */
function valueOfItem(
  tracker: Tracker,
  items: readonly Item[],
  index: number,
  activation: Activation,
): TaintValue {
  const [key, value] = items;
  const item = items[index];
  const held = item === undefined ? untainted : tracker.evaluate(item.value, activation);
  if (!isUntainted(held) || index !== 1 || items.length !== 2) return held;
  if (key?.value.kind !== 'text' || value === undefined) return held;
  return secretUnder(tracker, activation.file, key.value.text, value.value);
}
