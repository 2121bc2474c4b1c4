import type { Entry, Expression, Item } from '../../model/facts.js';
import { taintOfMember } from './taint-of-member.js';
import { bodyOfMember } from './webhook-bodies.js';
import { secretBehindText, secretOfMember, secretUnder } from './secrets.js';
import { exportOf } from './export-of.js';
import { closeRecord, isCurrent, none, noteAsked, noteBasis } from '../domain/ledger.js';
import { factsOf, anyCallerActivation, parameterKey, functionOf, type Tracker } from '../domain/tracker.js';
import { enclosingFunction } from './enclosing-function.js';
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
  type Kept,
  type TaintValue,
} from '../domain/taint-value.js';
import { taintOfThis, thisObject } from './taint-of-instance.js';
import { partOfUrl } from '../models/url-parts.js';
import { passedByBuiltIn } from '../models/method-models.js';
import { taintOfVariable } from './taint-of-variable.js';
import { intoText, derive } from '../domain/access-path.js';
import { activationOf, type Activation } from '../domain/activation.js';
import { placeOfSpan } from './place-of-span.js';

/** Expressions nested deeper than this are given up: the stack of this process is somebody else's to exhaust. */
const nestingLimit = 300;

/** What an expression holds of responses. Worked out once per scope; one that needs itself holds nothing more by that. */
export function evaluateTaint(tracker: Tracker, expression: Expression, activation: Activation): TaintValue {
  if (holdsNothing.has(expression.kind)) return untainted;
  const { ledger } = tracker;
  const known = activation.known.get(expression);
  if (known !== undefined && isCurrent(ledger, known)) {
    noteBasis(ledger, known.basis);
    return known.value;
  }
  if (tracker.budget <= 0 || tracker.nesting > nestingLimit) {
    tracker.isExhausted = true;
    return untainted;
  }
  tracker.budget -= 1;
  const { round, basis: around } = ledger;
  activation.known.set(expression, nothing);
  tracker.nesting += 1;
  ledger.basis = none;
  try {
    const value = dispatch(tracker, expression, activation);
    const { basis } = ledger;
    activation.known.set(
      expression,
      isUntainted(value) && basis === none ? nothing : { value, round, basis },
    );
    return value;
  } finally {
    tracker.nesting -= 1;
    closeRecord(ledger, around);
  }
}

/** Most expressions hold nothing whoever calls: one object stands for all of these. */
const nothing: Kept<TaintValue> = { value: untainted, round: 0, basis: none };

/** Expressions that never hold anything of a response: most of a text. */
const holdsNothing: ReadonlySet<Expression['kind']> = new Set([
  'class',
  'super',
  'text',
  'pattern',
  'global',
  'typeof',
  'absent',
  'unknown',
]);

function dispatch(tracker: Tracker, expression: Expression, activation: Activation): TaintValue {
  const of = (inner: Expression): TaintValue => tracker.evaluate(inner, activation);
  switch (expression.kind) {
    case 'name':
      return taintOfVariable(tracker, expression.binding, expression.at, activation);
    case 'parameter':
      return taintOfParameter(tracker, expression, activation);
    case 'member':
      return taintOfField(tracker, expression, activation);
    case 'item':
      return taintOfItem(tracker, expression, activation);
    case 'each':
      return expression.keys ? untainted : elementOf(of(expression.of));
    case 'rest':
      return restOf(of(expression.object), expression.without);
    case 'call':
      return tracker.callResult(expression.call, activation);
    case 'object':
      return taintOfObject(tracker, expression, activation);
    case 'array':
      return taintOfArray(tracker, expression, activation);
    case 'choice':
      return joinAll(expression.options.map(of));
    case 'fallback':
      return join(of(expression.value), of(expression.otherwise));
    case 'concat':
      return taintOfText(
        expression.parts.map((part, at) => {
          const held = of(part);
          return isUntainted(held)
            ? secretBehindText(tracker, activation.file, expression.parts[at - 1], part)
            : held;
        }),
      );
    case 'function':
      return ofFunction({
        file: activation.file,
        function: expression.function,
        activation: activation.function === null ? null : activation,
      });
    case 'import':
      return taintOfImport(tracker, expression.module, expression.name, activation);
    case 'this':
      return taintOfThis(
        tracker,
        activation.file,
        enclosingFunction(tracker.program, activation.file, expression),
      );
    case 'class':
    case 'super':
    case 'text':
    case 'pattern':
    case 'global':
    case 'typeof':
    case 'absent':
    case 'unknown':
      return untainted;
  }
}

function taintOfText(paths: readonly TaintValue[]): TaintValue {
  return collapse(joinAll(paths.map((one) => mapPaths(one, intoText))));
}

function taintOfParameter(
  tracker: Tracker,
  expression: Extract<Expression, { kind: 'parameter' }>,
  activation: Activation,
): TaintValue {
  const { function: index, index: position } = expression;
  const fact = functionOf(tracker, activation.file, index);
  const parameter = fact?.params[position];
  if (fact === undefined || parameter === undefined) return untainted;
  const otherwise =
    parameter.otherwise === null ? untainted : tracker.evaluate(parameter.otherwise, activation);
  const called = activationOf(activation, index);
  if (called !== null) {
    const given = parameter.rest
      ? ofEntries(called.args.slice(position).map((arg, at) => [String(at), arg]))
      : (called.args[position] ?? untainted);
    return join(given, otherwise);
  }
  const handed =
    fact.passedTo === null ? null : passedByBuiltIn(tracker, fact.passedTo, position, activation);
  const key = parameterKey(activation.file, index, position);
  noteAsked(tracker.ledger, key);
  const carried = tracker.parameters.get(key) ?? untainted;
  return joinAll([handed ?? untainted, carried, otherwise]);
}

function taintOfField(
  tracker: Tracker,
  { object, name, span }: Extract<Expression, { kind: 'member' }>,
  activation: Activation,
): TaintValue {
  if (object.kind === 'import' && object.name === '*')
    return taintOfImport(tracker, object.module, name, activation);
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

function taintOfItem(
  tracker: Tracker,
  { object, key }: Extract<Expression, { kind: 'item' }>,
  activation: Activation,
): TaintValue {
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
function taintOfObject(
  tracker: Tracker,
  { entries }: Extract<Expression, { kind: 'object' }>,
  activation: Activation,
): TaintValue {
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

function taintOfArray(
  tracker: Tracker,
  { items }: Extract<Expression, { kind: 'array' }>,
  activation: Activation,
): TaintValue {
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

function taintOfImport(tracker: Tracker, module: string, name: string, activation: Activation): TaintValue {
  const target = tracker.program.resolve(activation.file, module);
  if (target === null || name === '*') return untainted;
  const found = exportOf(tracker.program, target, name);
  if (found === null || factsOf(tracker, found.file) === null) return untainted;
  return tracker.evaluate(found.value, anyCallerActivation(tracker, found.file));
}
