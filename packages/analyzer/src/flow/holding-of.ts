import type { Expression } from '../model/facts.js';
import { classMember } from './class-member.js';
import { exportOf } from './export-of.js';
import { factsOf, openScope, parameterKey, functionOf, type Flow } from './flow.js';
import { insideOf } from './inside-of.js';
import { itemIn, memberOf, restOf, withoutNames } from './member-of.js';
import {
  flattened,
  isNothing,
  join,
  joinAll,
  mapParts,
  nothing,
  ofEntries,
  ofFunction,
  type Holding,
} from './holding.js';
import { thisInstance, thisObject } from './instance.js';
import { handedByMethod } from './list-methods.js';
import { nameHolding } from './name-holding.js';
import { asText, changed } from './part.js';
import { scopeOf, type Scope } from './scope.js';
import { placeIn } from './place-in.js';

/** Expressions nested deeper than this are given up: the stack of this process is somebody else's to exhaust. */
const nestingLimit = 300;

/** What an expression holds of responses. Worked out once per scope; one that needs itself holds nothing more by that. */
export function holdingOf(flow: Flow, expression: Expression, scope: Scope): Holding {
  const known = scope.known.get(expression);
  if (known !== undefined) return known;
  if (flow.budget <= 0 || flow.nesting > nestingLimit) {
    flow.isExhausted = true;
    return nothing;
  }
  flow.budget -= 1;
  scope.known.set(expression, nothing);
  flow.nesting += 1;
  try {
    const found = dispatch(flow, expression, scope);
    scope.known.set(expression, found);
    return found;
  } finally {
    flow.nesting -= 1;
  }
}

function dispatch(flow: Flow, expression: Expression, scope: Scope): Holding {
  const of = (inner: Expression): Holding => flow.holdingOf(inner, scope);
  switch (expression.kind) {
    case 'name':
      return nameHolding(flow, expression.binding, expression.at, scope);
    case 'parameter':
      return parameterHolding(flow, expression, scope);
    case 'member':
      return memberHolding(flow, expression, scope);
    case 'item':
      return itemHolding(flow, expression, scope);
    case 'each':
      return expression.keys ? nothing : itemIn(of(expression.of));
    case 'rest':
      return restOf(of(expression.object), expression.without);
    case 'call':
      return flow.called(expression.call, scope);
    case 'object':
      return objectHolding(flow, expression, scope);
    case 'array':
      return arrayHolding(flow, expression, scope);
    case 'choice':
      return joinAll(expression.options.map(of));
    case 'fallback':
      return join(of(expression.value), of(expression.otherwise));
    case 'concat':
      return textHolding(expression.parts.map(of));
    case 'function':
      return ofFunction({
        file: scope.file,
        function: expression.function,
        scope: scope.function === null ? null : scope,
      });
    case 'import':
      return importHolding(flow, expression.module, expression.name, scope);
    case 'this':
      return thisInstance(flow, scope.file, insideOf(flow.code, scope.file, expression));
    case 'class':
    case 'super':
    case 'text':
    case 'pattern':
    case 'global':
    case 'typeof':
    case 'absent':
    case 'unknown':
      return nothing;
  }
}

function textHolding(parts: readonly Holding[]): Holding {
  return flattened(joinAll(parts.map((one) => mapParts(one, asText))));
}

function parameterHolding(
  flow: Flow,
  expression: Extract<Expression, { kind: 'parameter' }>,
  scope: Scope,
): Holding {
  const { function: index, index: position } = expression;
  const fact = functionOf(flow, scope.file, index);
  const parameter = fact?.params[position];
  if (fact === undefined || parameter === undefined) return nothing;
  const otherwise = parameter.otherwise === null ? nothing : flow.holdingOf(parameter.otherwise, scope);
  const called = scopeOf(scope, index);
  if (called !== null) {
    const given = parameter.rest
      ? ofEntries(called.args.slice(position).map((arg, at) => [String(at), arg]))
      : (called.args[position] ?? nothing);
    return join(given, otherwise);
  }
  const handed = fact.passedTo === null ? null : handedByMethod(flow, fact.passedTo, position, scope);
  const carried = flow.parameters.get(parameterKey(scope.file, index, position)) ?? nothing;
  return joinAll([handed ?? nothing, carried, otherwise]);
}

function memberHolding(
  flow: Flow,
  { object, name, span }: Extract<Expression, { kind: 'member' }>,
  scope: Scope,
): Holding {
  if (object.kind === 'import' && object.name === '*') return importHolding(flow, object.module, name, scope);
  // All fields of an instance are looked at only where it is handed on whole.
  const held =
    object.kind === 'this'
      ? thisObject(flow, scope.file, insideOf(flow.code, scope.file, object))
      : flow.holdingOf(object, scope);
  const found = memberOf(held, name);
  return isNothing(found) ? classMember(flow, { object, name, span }, scope) : found;
}

function itemHolding(
  flow: Flow,
  { object, key }: Extract<Expression, { kind: 'item' }>,
  scope: Scope,
): Holding {
  const held = flow.holdingOf(object, scope);
  if (isNothing(held)) return nothing;
  const texts = flow.code.textsOf(scope.file, insideOf(flow.code, scope.file, key), key);
  return texts === null ? itemIn(held) : joinAll(texts.map((text) => memberOf(held, text)));
}

/** An own object. What is spread into it keeps what no later entry replaces. */
function objectHolding(
  flow: Flow,
  { entries }: Extract<Expression, { kind: 'object' }>,
  scope: Scope,
): Holding {
  const named = new Map<string, Holding>();
  let spread: Holding = nothing;
  for (const [position, entry] of entries.entries()) {
    const value = flow.holdingOf(entry.value, scope);
    if (entry.key === null) {
      const later = entries
        .slice(position + 1)
        .flatMap(({ key }) => (key?.kind === 'text' ? [key.text] : []));
      spread = join(
        spread,
        mapParts(value, (one) => withoutNames(one, later)),
      );
      continue;
    }
    if (isNothing(value)) continue;
    const name = entry.key.kind === 'text' ? entry.key.text : '[]';
    const got = entry.getter ? resultOf(flow, value) : value;
    const put = entry.key.kind === 'text' ? placeIn(flow, scope.file, entry.key.span) : null;
    named.set(
      name,
      mapParts(got, (one) => (one.put === null ? changed(one, { put }) : one)),
    );
  }
  return join(spread, ofEntries(named));
}

function resultOf(flow: Flow, of: Holding): Holding {
  return joinAll([...of.functions.values()].map((one) => flow.returned(one, [])));
}

function arrayHolding(flow: Flow, { items }: Extract<Expression, { kind: 'array' }>, scope: Scope): Holding {
  let isSpread = false;
  return ofEntries(
    items.map((item, index) => {
      const value = flow.holdingOf(item.value, scope);
      if (item.spread) isSpread = true;
      // Behind a spread list the positions are not known.
      return [isSpread ? '[]' : String(index), item.spread ? itemIn(value) : value];
    }),
  );
}

function importHolding(flow: Flow, module: string, name: string, scope: Scope): Holding {
  const target = flow.code.resolve(scope.file, module);
  if (target === null || name === '*') return nothing;
  const found = exportOf(flow.code, target, name);
  if (found === null || factsOf(flow, found.file) === null) return nothing;
  return flow.holdingOf(found.value, openScope(flow, found.file));
}
