import type { Expression } from '../model/facts.js';
import { mapValues, only, withPicks } from './alternatives.js';
import { evaluateChoice, evaluateFallback } from './evaluate-choice.js';
import { evaluateEach, evaluateItem } from './evaluate-item.js';
import { arrayOf, objectOf } from './evaluate-literal.js';
import { evaluateName } from './evaluate-name.js';
import { evaluateParameter } from './evaluate-parameter.js';
import { depthLimit, frameOf } from './frames.js';
import { deepHole } from './too-deep.js';
import { factsOf, type Linker } from './linker.js';
import { concatTexts, hole, knownText, plainText } from './text.js';
import type { Alternative, Frame, Value } from './value.js';

/** Expressions nested deeper than this are given up: the stack of this process is somebody else's to exhaust. */
const nestingLimit = 250;

/**
 * What an expression stands for in a frame. Worked out at most once per frame; an expression that needs itself, or
 * needs too much, is a hole with that reason.
 */
export function evaluate(linker: Linker, expression: Expression, frame: Frame): readonly Alternative[] {
  const known = frame.memo.get(expression);
  if (known !== undefined) return known;
  if (frame.depth > depthLimit || linker.budget <= 0 || linker.nesting > nestingLimit)
    return only(deepHole('value'));
  linker.budget -= 1;
  frame.memo.set(expression, only(hole('value', 'it depends on itself')));
  const found = nested(linker, () => dispatch(linker, expression, frame));
  // Possibilities that all contradict each other, or a list without items: nothing is known, which is a value too.
  const result = found.length > 0 ? found : only(hole('value', 'nothing is known of it'));
  frame.memo.set(expression, result);
  return result;
}

function nested<T>(linker: Linker, work: () => T): T {
  linker.nesting += 1;
  try {
    return work();
  } finally {
    linker.nesting -= 1;
  }
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
      return linker
        .evaluate(expression.object, frame)
        .flatMap(({ value, picks }) => withPicks(picks, linker.member(value, expression.name)));
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
      return superOf(linker, frame);
    case 'import':
      return evaluateImport(linker, expression, frame);
    case 'typeof':
      return mapValues(linker.evaluate(expression.of, frame), typeName);
    case 'absent':
      return only({ kind: 'absent' });
    case 'unknown':
      return only(hole('value', expression.reason));
  }
}

/** A file that only assigns `module.exports` is what it assigns; any other is a module with its exports. */
function wholeOf(linker: Linker, file: string): readonly Alternative[] {
  const names = Object.keys(linker.modules.facts(file)?.exports ?? {});
  if (names.length !== 1 || names[0] !== '=') return only({ kind: 'module', file });
  return linker.exported(file, '=');
}

/** The instance with its look-up begun at the base class of the class that the method stands in. */
function superOf(linker: Linker, frame: Frame): readonly Alternative[] {
  const unseen = only(hole('super', 'the base class is not known'));
  const { self } = frame;
  if (self?.kind !== 'instance') return unseen;
  const index = classAround(linker, frame);
  const fact = index === null ? undefined : factsOf(linker, frame).classes[index];
  if (fact?.extends === null || fact === undefined) return unseen;
  return linker.evaluate(fact.extends, frameOf(linker, frame, null)).map(({ value, picks }) => ({
    value:
      value.kind === 'class'
        ? { ...self, of: value, self: self.self ?? self }
        : hole('super', 'the base class is not known'),
    picks,
  }));
}

function classAround(linker: Linker, frame: Frame): number | null {
  for (let at: Frame | null = frame; at !== null; at = at.parent) {
    const index = at.function === null ? null : (factsOf(linker, at).functions[at.function]?.class ?? null);
    if (index !== null) return index;
  }
  return null;
}

/** What `typeof` says of a value. */
function typeName(value: Value): Value {
  if (value.kind === 'function' || value.kind === 'class') return plainText('function');
  if (value.kind === 'text') return plainText('string');
  if (value.kind === 'absent') return plainText('undefined');
  if (value.kind === 'object' || value.kind === 'array' || value.kind === 'instance')
    return plainText('object');
  return hole('type', 'its type is not known');
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
  if (object === null || object === undefined || frame.parent === null)
    return hole('this', 'what `this` is depends on the caller');
  return (
    linker.evaluate(object, frame.parent)[0]?.value ?? hole('this', 'what `this` is depends on the caller')
  );
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
  if (expression.name === '*') return wholeOf(linker, target.file);
  return linker.exported(target.file, expression.name);
}
