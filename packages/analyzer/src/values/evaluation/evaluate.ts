import type { Expression } from '../../model/facts.js';
import { mapValues, certain, limited, underGuard } from '../guarded.js';
import { evaluateChoice, evaluateFallback } from './evaluate-choice.js';
import { evaluateEach, evaluateItem } from './evaluate-item.js';
import { arrayOf, objectOf } from './evaluate-literal.js';
import { evaluateName } from './evaluate-name.js';
import { evaluateParameter } from './evaluate-parameter.js';
import { depthLimit, frameOf } from '../frames.js';
import { givenUp } from '../too-deep.js';
import { factsOf, functionFact, type Interpreter } from '../interpreter.js';
import { concatTexts, knownText, plainText } from '../text.js';
import { unknownValue } from '../unknown.js';
import { weightOf } from '../weight.js';
import type { Guarded, Frame, UnknownValue, Value } from '../value.js';

/** Expressions nested deeper than this are given up: the stack of this process is somebody else's to exhaust. */
const nestingLimit = 250;

/**
 * What an expression stands for in a frame. Worked out at most once per frame; an expression that needs itself, or
 * needs too much, is a unknown with that reason.
 */
export function evaluate(interpreter: Interpreter, expression: Expression, frame: Frame): readonly Guarded[] {
  const { meter } = interpreter;
  const known = meter.known(frame, expression);
  if (known !== undefined) return known;
  if (frame.depth > depthLimit || interpreter.nesting > nestingLimit) meter.giveUp();
  else if (meter.spend(1))
    return meter.remember(frame, expression, () => workedOut(interpreter, expression, frame));
  return certain(givenUp('value'));
}

function workedOut(interpreter: Interpreter, expression: Expression, frame: Frame): readonly Guarded[] {
  frame.memo.set(expression, certain(unknownValue('value', 'it depends on itself')));
  const found = nested(interpreter, () => dispatch(interpreter, expression, frame));
  // Possibilities that all contradict each other, or a list without items: nothing is known, which is a value too.
  if (found.length === 0) return certain(unknownValue('value', 'nothing is known of it'));
  interpreter.meter.spend(weightOf(found));
  return limited(found);
}

function nested<T>(interpreter: Interpreter, work: () => T): T {
  interpreter.nesting += 1;
  try {
    return work();
  } finally {
    interpreter.nesting -= 1;
  }
}

function dispatch(interpreter: Interpreter, expression: Expression, frame: Frame): readonly Guarded[] {
  switch (expression.kind) {
    case 'text': {
      const source = { file: frame.file, span: expression.span };
      return certain({ kind: 'text', pieces: [{ kind: 'piece', text: expression.text, source }] });
    }
    case 'pattern':
      return certain({ kind: 'pattern', source: expression.source, flags: expression.flags });
    case 'concat':
      return concatTexts(expression.parts.map((part) => interpreter.evaluate(part, frame)));
    case 'name':
      return evaluateName(interpreter, expression.binding, expression.at, frame);
    case 'global':
      return globalNamed(interpreter, expression.name, frame);
    case 'parameter':
      return evaluateParameter(interpreter, expression, frame);
    case 'member':
      return interpreter
        .evaluate(expression.object, frame)
        .flatMap(({ value, guard: guard }) => underGuard(guard, interpreter.member(value, expression.name)));
    case 'item':
      return evaluateItem(interpreter, expression, frame);
    case 'each':
      return evaluateEach(interpreter, expression, frame);
    case 'rest':
      return restOf(interpreter.evaluate(expression.object, frame), expression.without.length);
    case 'call': {
      const call = factsOf(interpreter, frame).calls[expression.call];
      return call === undefined ? [] : interpreter.result(call, frame);
    }
    case 'object':
      return certain(objectOf(interpreter, expression, frame));
    case 'array':
      return certain(arrayOf(interpreter, expression, frame));
    case 'choice': {
      const found = evaluateChoice(interpreter, expression, frame);
      // `id ? id : ''`: an empty text beside a value that is only known at run time would only blur paths.
      const isRuntime = found.some(({ value }) => value.kind === 'unknown' || value.kind === 'external');
      return isRuntime ? found.filter(({ value }) => knownText(value) !== '') : found;
    }
    case 'fallback':
      return evaluateFallback(interpreter, expression, frame);
    case 'function':
      return certain(functionOf(interpreter, expression.function, frame));
    case 'class':
      return certain({ kind: 'class', file: frame.file, class: expression.class, frame });
    case 'this':
      return certain(frame.self ?? selfAround(interpreter, frame));
    case 'super':
      return superOf(interpreter, frame);
    case 'import':
      return evaluateImport(interpreter, expression, frame);
    case 'typeof':
      return mapValues(interpreter.evaluate(expression.of, frame), typeName);
    case 'absent':
      return certain({ kind: 'absent' });
    case 'unknown':
      return certain(unknownValue('value', expression.reason, knownOf(expression)));
  }
}

/** What is known of a value all the same: that it is `true` or `false`, that it is a number. */
function knownOf({
  literal,
  isNumber,
}: Extract<Expression, { kind: 'unknown' }>): Pick<UnknownValue, 'literal' | 'isNumber'> {
  return { ...(literal === undefined ? {} : { literal }), ...(isNumber === undefined ? {} : { isNumber }) };
}

function globalNamed(interpreter: Interpreter, name: string, frame: Frame): readonly Guarded[] {
  if (name === 'arguments') return argumentsIn(interpreter, frame);
  // What a file of CommonJS gives out it may ask for itself: `exports.host + path`.
  if (name === 'exports' && Object.keys(factsOf(interpreter, frame).exports).length > 0)
    return certain({ kind: 'module', file: frame.file });
  return certain({ kind: 'external', package: 'global', path: [name] });
}

/** Nobody hands over more. */
const argumentLimit = 8;

function openArguments(owner: Frame): readonly (readonly Guarded[])[] {
  const reason = '`arguments` are what the caller hands over';
  const open = certain(unknownValue('arguments', reason, { settledBy: 'caller', owner }));
  return Array.from({ length: argumentLimit }, () => open);
}

/** `arguments` of the innermost function around that is no arrow, where its caller is known. */
function argumentsIn(interpreter: Interpreter, frame: Frame): readonly Guarded[] {
  for (let at: Frame | null = frame; at?.function != null; at = at.parent) {
    if (functionFact(interpreter, at.file, at.function).isArrow) continue;
    const { args, id } = at;
    if (args !== null)
      return certain({ kind: 'array', id: `arguments ${id}`, items: () => args.map((arg) => arg()) });
    return certain({ kind: 'array', id: `arguments ${id}`, items: () => openArguments(at) });
  }
  return certain({ kind: 'external', package: 'global', path: ['arguments'] });
}

/** A file that only assigns `module.exports` is what it assigns; any other is a module with its exports. */
function wholeOf(interpreter: Interpreter, file: string): readonly Guarded[] {
  const names = Object.keys(interpreter.modules.facts(file)?.exports ?? {});
  if (names.length !== 1 || names[0] !== '=') return certain({ kind: 'module', file });
  return interpreter.exported(file, '=');
}

/** The instance with its look-up begun at the base class of the class that the method stands in. */
function superOf(interpreter: Interpreter, frame: Frame): readonly Guarded[] {
  const unseen = certain(unknownValue('super', 'the base class is not known'));
  const { self } = frame;
  if (self?.kind !== 'instance') return unseen;
  const index = classAround(interpreter, frame);
  const fact = index === null ? undefined : factsOf(interpreter, frame).classes[index];
  if (fact?.extends === null || fact === undefined) return unseen;
  return interpreter
    .evaluate(fact.extends, frameOf(interpreter, frame, null))
    .map(({ value, guard: guard }) => ({
      value:
        value.kind === 'class'
          ? { ...self, of: value, self: self.self ?? self }
          : unknownValue('super', 'the base class is not known'),
      guard,
    }));
}

function classAround(interpreter: Interpreter, frame: Frame): number | null {
  for (let at: Frame | null = frame; at !== null; at = at.parent) {
    const index =
      at.function === null ? null : (factsOf(interpreter, at).functions[at.function]?.class ?? null);
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
  return unknownValue('type', 'its type is not known');
}

function functionOf(interpreter: Interpreter, index: number, frame: Frame): Value {
  const fact = factsOf(interpreter, frame).functions[index];
  const owner = frameOf(interpreter, frame, fact?.parent ?? null);
  const self = fact?.isArrow === true ? owner.self : null;
  return { kind: 'function', file: frame.file, function: index, frame: owner, self };
}

/** `this` in an object literal's method is that object. */
function selfAround(interpreter: Interpreter, frame: Frame): Value {
  const object =
    frame.function === null ? null : factsOf(interpreter, frame).functions[frame.function]?.object;
  if (object === null || object === undefined || frame.parent === null)
    return unknownValue('this', 'what `this` is depends on the caller');
  return (
    interpreter.evaluate(object, frame.parent)[0]?.value ??
    unknownValue('this', 'what `this` is depends on the caller')
  );
}

function evaluateImport(
  interpreter: Interpreter,
  expression: Extract<Expression, { kind: 'import' }>,
  frame: Frame,
): readonly Guarded[] {
  const target = interpreter.modules.resolve(frame.file, expression.module);
  if (target.kind === 'external') {
    const path = expression.name === '*' ? [] : [expression.name];
    return certain({ kind: 'external', package: target.package, path: [...target.subpath, ...path] });
  }
  if (expression.name === '*') return wholeOf(interpreter, target.file);
  return interpreter.exported(target.file, expression.name);
}

/** `[first, ...others]`: a list without its first items. What is left of an object is asked by name all the same. */
function restOf(of: readonly Guarded[], taken: number): readonly Guarded[] {
  return mapValues(of, (value) =>
    value.kind !== 'array' || taken === 0
      ? value
      : { ...value, id: `${value.id}+${String(taken)}`, items: () => value.items().slice(taken) },
  );
}
