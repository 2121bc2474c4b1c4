import type { Condition, Expression, Item } from '../model/facts.js';
import { choose, only } from './alternatives.js';
import { evaluateName } from './evaluate-name.js';
import { evaluateParameter } from './evaluate-parameter.js';
import { depthLimit, frameOf } from './frames.js';
import { factsOf, type Linker } from './linker.js';
import { listOf } from './collections.js';
import { concatTexts, hole, knownText } from './text.js';
import type { Alternative, ArrayValue, Frame, Value } from './value.js';

/**
 * What an expression stands for in a frame. Worked out at most once per frame; an expression that needs itself, or
 * needs too much, is a hole with that reason.
 */
export function evaluate(linker: Linker, expression: Expression, frame: Frame): readonly Alternative[] {
  const known = frame.memo.get(expression);
  if (known !== undefined) return known;
  if (frame.depth > depthLimit || linker.budget <= 0) return only(hole('value', 'too deep: the chain of helpers has no end in sight'));
  linker.budget -= 1;
  frame.memo.set(expression, only(hole('value', 'it depends on itself')));
  const found = dispatch(linker, expression, frame);
  // Possibilities that all contradict each other, or a list without items: nothing is known, which is a value too.
  const result = found.length > 0 ? found : only(hole('value', 'nothing is known of it'));
  frame.memo.set(expression, result);
  return result;
}

function dispatch(linker: Linker, expression: Expression, frame: Frame): readonly Alternative[] {
  switch (expression.kind) {
    case 'text': {
      const source = { file: frame.file, span: expression.span };
      return only({ kind: 'text', pieces: [{ kind: 'piece', text: expression.text, source }] });
    }
    case 'pattern':
      return only({ kind: 'pattern', source: expression.source, flags: expression.flags });
    case 'concat':
      return concatTexts(expression.parts.map((part) => linker.evaluate(part, frame)));
    case 'name':
      return evaluateName(linker, expression.binding, expression.at, frame);
    case 'global':
      return only({ kind: 'external', package: 'global', path: [expression.name] });
    case 'parameter':
      return evaluateParameter(linker, expression, frame);
    case 'member':
      return linker.evaluate(expression.object, frame).flatMap(({ value, picks }) =>
        withPicks(picks, linker.member(value, expression.name)),
      );
    case 'item':
      return evaluateItem(linker, expression, frame);
    case 'each':
      return evaluateEach(linker, expression, frame);
    case 'rest':
      return linker.evaluate(expression.object, frame);
    case 'call': {
      const call = factsOf(linker, frame).calls[expression.call];
      return call === undefined ? [] : linker.result(call, frame);
    }
    case 'object':
      return only(objectOf(linker, expression, frame));
    case 'array':
      return only(arrayOf(linker, expression, frame));
    case 'choice': {
      const found = evaluateChoice(linker, expression, frame);
      // `id ? id : ''`: an empty text beside a value that is only known at run time would only blur paths.
      const isRuntime = found.some(({ value }) => value.kind === 'hole' || value.kind === 'external');
      return isRuntime ? found.filter(({ value }) => knownText(value) !== '') : found;
    }
    case 'fallback':
      return evaluateFallback(linker, expression, frame);
    case 'function':
      return only(functionOf(linker, expression.function, frame));
    case 'class':
      return only({ kind: 'class', file: frame.file, class: expression.class, frame });
    case 'this':
      return only(frame.self ?? selfAround(linker, frame));
    case 'super':
      return only(frame.self ?? hole('super', 'the base class is not known'));
    case 'import':
      return evaluateImport(linker, expression, frame);
    case 'absent':
      return only({ kind: 'absent' });
    case 'unknown':
      return only(hole('value', expression.reason));
  }
}

/** A conditional: decided when its condition is, else a choice that other conditionals on the same condition share. */
function evaluateChoice(
  linker: Linker,
  expression: Extract<Expression, { kind: 'choice' }>,
  frame: Frame,
): readonly Alternative[] {
  const [whenTrue, whenFalse] = expression.options;
  const { test } = expression;
  if (test === null || whenTrue === undefined || whenFalse === undefined) {
    return choose(`choice ${frame.id}:${String(expression.span[0])}`, expression.options.map((option) => linker.evaluate(option, frame)));
  }
  const id = `if ${frame.id}:${keyId(test.value)}:${test.equals === null ? '' : keyId(test.equals)}`;
  const options = (): readonly Alternative[] => choose(id, [linker.evaluate(whenTrue, frame), linker.evaluate(whenFalse, frame)]);
  const decisions = linker.evaluate(test.value, frame).map(({ value, picks }) => ({ picks, holds: decide(linker, value, test, frame) }));
  const decided = decisions.flatMap(({ picks, holds }) =>
    holds === null ? [] : withPicks(picks, linker.evaluate(holds ? whenTrue : whenFalse, frame)),
  );
  return decisions.some(({ holds }) => holds === null) ? [...decided, ...options()] : decided;
}

/** Whether a condition surely holds; null when it depends on run time. */
function decide(linker: Linker, value: Value, test: Condition, frame: Frame): boolean | null {
  if (test.equals === null) {
    if (value.kind === 'absent') return false;
    return isTruthy(value) && value.kind !== 'external' ? true : knownText(value) === '' ? false : null;
  }
  const other = linker.evaluate(test.equals, frame);
  const [left, right] = [knownText(value), other.length === 1 ? knownText(other[0]?.value ?? value) : null];
  return left === null || right === null ? null : left === right;
}

function withPicks(picks: Alternative['picks'], alternatives: readonly Alternative[]): readonly Alternative[] {
  return alternatives.flatMap((alternative) => {
    const merged = { ...picks, ...alternative.picks };
    const clash = Object.entries(picks).some(([id, index]) => merged[id] !== index);
    return clash ? [] : [{ value: alternative.value, picks: merged }];
  });
}

function functionOf(linker: Linker, index: number, frame: Frame): Value {
  const fact = factsOf(linker, frame).functions[index];
  const owner = frameOf(linker, frame, fact?.parent ?? null);
  const self = fact?.isArrow === true ? owner.self : null;
  return { kind: 'function', file: frame.file, function: index, frame: owner, self };
}

/** `this` in an object literal's method is that object. */
function selfAround(linker: Linker, frame: Frame): Value {
  const object = frame.function === null ? null : factsOf(linker, frame).functions[frame.function]?.object;
  if (object === null || object === undefined || frame.parent === null) return hole('this', 'what `this` is depends on the caller');
  return linker.evaluate(object, frame.parent)[0]?.value ?? hole('this', 'what `this` is depends on the caller');
}

function evaluateFallback(
  linker: Linker,
  expression: Extract<Expression, { kind: 'fallback' }>,
  frame: Frame,
): readonly Alternative[] {
  const first = linker.evaluate(expression.value, frame);
  const otherwise = (): readonly Alternative[] => linker.evaluate(expression.otherwise, frame);
  const found = first.flatMap(({ value, picks }) => {
    if (isTruthy(value)) return [{ value, picks }];
    const second = withPicks(picks, otherwise());
    if (value.kind === 'absent' || knownText(value) === '') return second;
    return [{ value, picks }, ...second];
  });
  // `id || ''` keeps a type happy; an empty text beside a value that is expected would only blur paths.
  const given = found.filter(({ value }) => knownText(value) !== '' && value.kind !== 'absent');
  return given.length > 0 ? given : found;
}

/** Values that `||` and `??` surely keep. Holes and the environment may turn out empty. */
function isTruthy(value: Value): boolean {
  if (value.kind === 'hole' || value.kind === 'absent') return false;
  // The environment may be empty; a function or a constant of a package is there.
  if (value.kind === 'external') return value.package !== 'global' || !/\benv\b/.test(value.path.join('.'));
  return knownText(value) !== '';
}

/** `table[key]`: one item when the key is known, any of them otherwise. */
function evaluateItem(
  linker: Linker,
  expression: Extract<Expression, { kind: 'item' }>,
  frame: Frame,
): readonly Alternative[] {
  const keys = linker.evaluate(expression.key, frame);
  return linker.evaluate(expression.object, frame).flatMap(({ value, picks }) =>
    withPicks(
      picks,
      keys.flatMap((key) => {
        const text = knownText(key.value);
        if (text !== null) return withPicks(key.picks, linker.member(value, text));
        const id = `item ${keyId(expression.key)}:${frame.id}`;
        if (key.value.kind === 'hole' && key.value.owner !== null) linker.keys.set(`${id} ${idOf(value)}`, key.value);
        return anyItem(linker, value, id);
      }),
    ),
  );
}

/** Two looks into tables by the same unknown key agree on the row. */
function keyId(key: Expression): string {
  return JSON.stringify(key, (name, part: unknown) => (name === 'span' || name === 'at' ? undefined : part));
}

function anyItem(linker: Linker, value: Value, id: string): readonly Alternative[] {
  const items = listOf(linker, value);
  if (items === null) return linker.member(value, '*');
  return choose(`${id} ${idOf(value)}`, items);
}

function evaluateEach(
  linker: Linker,
  expression: Extract<Expression, { kind: 'each' }>,
  frame: Frame,
): readonly Alternative[] {
  return linker.evaluate(expression.of, frame).flatMap(({ value, picks }) => {
    const id = `each ${frame.id}:${String(expression.span[0])}`;
    if (expression.keys && value.kind === 'object') {
      return withPicks(picks, choose(id, value.keys().map((key) => only({ kind: 'text', pieces: [{ kind: 'piece', text: key, source: null }] }))));
    }
    return withPicks(picks, anyItem(linker, value, id));
  });
}

function idOf(value: Value): string {
  return value.kind === 'object' || value.kind === 'array' ? value.id : '';
}

function objectOf(linker: Linker, expression: Extract<Expression, { kind: 'object' }>, frame: Frame): Value {
  const id = `${frame.file}:${String(expression.span[0])}:${frame.id}`;
  const keyOf = (key: Expression): string | null => {
    if (key.kind === 'text') return key.text;
    return knownText(linker.evaluate(key, frame)[0]?.value ?? { kind: 'absent' });
  };
  const spreads = expression.entries.filter((entry) => entry.key === null);
  const get = (name: string): readonly Alternative[] => {
    for (const entry of [...expression.entries].reverse()) {
      if (entry.key === null) {
        const found = spreadMember(linker, linker.evaluate(entry.value, frame), name);
        if (found !== null) return found;
        continue;
      }
      if (keyOf(entry.key) !== name) continue;
      const value = linker.evaluate(entry.value, frame);
      return entry.getter ? value.flatMap((v) => (v.value.kind === 'function' ? linker.returned(v.value, []) : [v])) : value;
    }
    return unseenMember(linker, spreads.map((entry) => linker.evaluate(entry.value, frame)), name);
  };
  return {
    kind: 'object',
    id,
    get,
    keys: () =>
      expression.entries.flatMap((entry) => {
        if (entry.key !== null) return [keyOf(entry.key)].filter((key) => key !== null);
        return linker.evaluate(entry.value, frame).flatMap(({ value }) => (value.kind === 'object' ? value.keys() : []));
      }),
    open: spreads.some((entry) => linker.evaluate(entry.value, frame).some(({ value }) => value.kind !== 'object' || value.open)),
  };
}

/** A property of what was spread, or null when the spread surely does not have it. */
function spreadMember(linker: Linker, spread: readonly Alternative[], name: string): readonly Alternative[] | null {
  const found = spread.flatMap(({ value, picks }) => {
    if (value.kind === 'absent') return [];
    return withPicks(picks, linker.member(value, name));
  });
  const present = found.filter(({ value }) => value.kind !== 'absent');
  // An unknown spread may hold anything; what stands before it in the literal is the better guess.
  const known = present.filter(({ value }) => value.kind !== 'hole' && value.kind !== 'external');
  return known.length > 0 ? known : null;
}

/** A property that no literal entry names: it may still come from a spread that is not known yet. */
function unseenMember(linker: Linker, spreads: readonly (readonly Alternative[])[], name: string): readonly Alternative[] {
  const unseen = spreads.flat().filter(({ value }) => value.kind === 'hole' || value.kind === 'external');
  if (unseen.length === 0) return only({ kind: 'absent' });
  return unseen.flatMap(({ value, picks }) => withPicks(picks, linker.member(value, name)));
}

function arrayOf(linker: Linker, expression: Extract<Expression, { kind: 'array' }>, frame: Frame): ArrayValue {
  const items = (): readonly (readonly Alternative[])[] =>
    expression.items.flatMap((item) => itemsOf(linker, item, frame));
  return { kind: 'array', id: `${frame.file}:${String(expression.span[0])}:${frame.id}`, items, open: false };
}

function itemsOf(linker: Linker, item: Item, frame: Frame): readonly (readonly Alternative[])[] {
  const value = linker.evaluate(item.value, frame);
  if (!item.spread) return [value];
  return value.flatMap((alternative) => listOf(linker, alternative.value) ?? []);
}

function evaluateImport(
  linker: Linker,
  expression: Extract<Expression, { kind: 'import' }>,
  frame: Frame,
): readonly Alternative[] {
  const target = linker.modules.resolve(frame.file, expression.module);
  if (target.kind === 'external') {
    const path = expression.name === '*' ? [] : [expression.name];
    return only({ kind: 'external', package: target.package, path: [...target.subpath, ...path] });
  }
  if (expression.name === '*') return only({ kind: 'module', file: target.file });
  return linker.exported(target.file, expression.name);
}
