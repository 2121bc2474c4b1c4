import type { Of } from '../../walk/domain.js';
import { mapValues, certain, underGuard } from '../guarded.js';
import { instanceOf } from './annotation.js';
import type { ValueDomain } from './evaluate.js';
import { evaluateChoice, evaluateFallback } from './evaluate-choice.js';
import { evaluateEach, evaluateItem } from './evaluate-item.js';
import { arrayOf, objectOf } from './evaluate-literal.js';
import { evaluateVariable } from './evaluate-variable.js';
import { evaluateParameter } from './evaluate-parameter.js';
import { frameOf, moduleFrame } from '../frames.js';
import { factsOf, functionFact, type Interpreter } from '../interpreter.js';
import { concatTexts, knownText, plainText } from '../text.js';
import { unknownValue } from '../unknown.js';
import type { Guarded, Frame, UnknownValue, Value } from '../value.js';

/** Guarded values as a domain of the walk: what each kind of expression may stand for. */
export function createValueDomain(interpreter: Interpreter): ValueDomain {
  const { evaluate, modules } = interpreter;
  const missing = (file: string, name: string): readonly Guarded[] =>
    certain(unknownValue(name, `\`${name}\` is not found in ${file}`, { settledBy: 'elsewhere' }));
  return {
    modules,
    evaluate,
    bottom: [],
    homeOf: (frame, index) => frameOf(interpreter, frame, index),
    topOf: (file) => moduleFrame(interpreter, file),
    variable: (variable) => evaluateVariable(interpreter, variable),
    parameter: (parameter, frame) => evaluateParameter(interpreter, parameter, frame),
    module: (file) => certain({ kind: 'module', file }),
    external: (name, path) => certain({ kind: 'external', package: name, path }),
    typed: (type, file, name) =>
      instanceOf(interpreter, type, moduleFrame(interpreter, file)) ?? missing(file, name),
    missing,
    transfer: {
      text: (expression, { file }) => {
        const source = { file, span: expression.span };
        return certain({ kind: 'text', pieces: [{ kind: 'piece', text: expression.text, source }] });
      },
      pattern: ({ source, flags }) => certain({ kind: 'pattern', source, flags }),
      concat: ({ parts }, frame) => concatTexts(parts.map((part) => evaluate(part, frame))),
      global: ({ name }, frame) => globalNamed(interpreter, name, frame),
      member: ({ object, name }, frame) =>
        evaluate(object, frame).flatMap(({ value, guard }) =>
          underGuard(guard, interpreter.member(value, name)),
        ),
      item: (expression, frame) => evaluateItem(interpreter, expression, frame),
      each: (expression, frame) => evaluateEach(interpreter, expression, frame),
      rest: ({ object, without }, frame) => restOf(evaluate(object, frame), without.length),
      call: (expression, frame) => {
        const call = factsOf(interpreter, frame).calls[expression.call];
        return call === undefined ? [] : interpreter.result(call, frame);
      },
      object: (expression, frame) => certain(objectOf(interpreter, expression, frame)),
      array: (expression, frame) => certain(arrayOf(interpreter, expression, frame)),
      choice: (expression, frame) => withoutEmptyText(evaluateChoice(interpreter, expression, frame)),
      fallback: (expression, frame) => evaluateFallback(interpreter, expression, frame),
      function: (expression, frame) => certain(functionOf(interpreter, expression.function, frame)),
      class: (expression, frame) =>
        certain({ kind: 'class', file: frame.file, class: expression.class, frame }),
      this: (_, frame) => certain(frame.self ?? selfAround(interpreter, frame)),
      super: (_, frame) => superOf(interpreter, frame),
      typeof: ({ of }, frame) => mapValues(evaluate(of, frame), typeName),
      absent: () => certain({ kind: 'absent' }),
      unknown: (expression) => certain(unknownValue('value', expression.reason, knownOf(expression))),
    },
  };
}

/** `id ? id : ''`: an empty text beside a value that is only known at run time would only blur paths. */
function withoutEmptyText(found: readonly Guarded[]): readonly Guarded[] {
  const isRuntime = found.some(({ value }) => value.kind === 'unknown' || value.kind === 'external');
  return isRuntime ? found.filter(({ value }) => knownText(value) !== '') : found;
}

/** What is known of a value all the same: that it is `true` or `false`, that it is a number. */
function knownOf({ literal, isNumber }: Of<'unknown'>): Pick<UnknownValue, 'literal' | 'isNumber'> {
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

/** `[first, ...others]`: a list without its first items. What is left of an object is asked by name all the same. */
function restOf(of: readonly Guarded[], taken: number): readonly Guarded[] {
  return mapValues(of, (value) =>
    value.kind !== 'array' || taken === 0
      ? value
      : { ...value, id: `${value.id}+${String(taken)}`, items: () => value.items().slice(taken) },
  );
}
