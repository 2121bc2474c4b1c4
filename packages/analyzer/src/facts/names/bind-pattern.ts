import type { Expression, TypeFact } from '../../model/facts.js';
import type { ts } from '../../compiler/compiler.js';
import { propertyName, spanOf, unknown, type Draft } from '../draft.js';
import { bindingFor } from './resolve-name.js';

/** Gives every name of a binding pattern its value: `const { a: { b = 1 }, ...rest } = value`. */
export function bindPattern(
  draft: Draft,
  pattern: ts.BindingName,
  value: Expression,
  declaration: ts.Node,
  annotation: TypeFact | null = null,
): void {
  const { compiler } = draft;
  if (compiler.isIdentifier(pattern)) {
    const binding = draft.bindings[bindingFor(draft, declaration, pattern.text)];
    if (binding === undefined) return;
    binding.value = value;
    binding.annotation = annotation;
    return;
  }
  if (compiler.isObjectBindingPattern(pattern)) bindObject(draft, pattern, value);
  else bindArray(draft, pattern, value);
}

function bindObject(draft: Draft, pattern: ts.ObjectBindingPattern, value: Expression): void {
  const taken: string[] = [];
  for (const element of pattern.elements) {
    const span = spanOf(draft, element);
    if (element.dotDotDotToken !== undefined) {
      bindPattern(draft, element.name, { kind: 'rest', object: value, without: taken }, element);
      continue;
    }
    const name = propertyName(draft.compiler, element.propertyName ?? element.name);
    if (name !== null) taken.push(name);
    const member: Expression =
      name === null
        ? { kind: 'item', object: value, key: keyOf(draft, element), span }
        : { kind: 'member', object: value, name, span };
    bindPattern(draft, element.name, withDefault(draft, element, member), element);
  }
}

function bindArray(draft: Draft, pattern: ts.ArrayBindingPattern, value: Expression): void {
  pattern.elements.forEach((element, index) => {
    if (draft.compiler.isOmittedExpression(element)) return;
    const span = spanOf(draft, element);
    const item: Expression =
      element.dotDotDotToken === undefined
        ? { kind: 'member', object: value, name: String(index), span }
        : { kind: 'rest', object: value, without: Array.from({ length: index }, (_, at) => String(at)) };
    bindPattern(draft, element.name, withDefault(draft, element, item), element);
  });
}

/** `{ [key]: value }`: the key is worked out at run time. */
function keyOf(draft: Draft, element: ts.BindingElement): Expression {
  const name = element.propertyName;
  if (name !== undefined && draft.compiler.isComputedPropertyName(name)) return draft.lower(name.expression);
  return unknown(draft, element, 'the name of the property is not known');
}

function withDefault(draft: Draft, element: ts.BindingElement, value: Expression): Expression {
  if (element.initializer === undefined) return value;
  return { kind: 'fallback', value, otherwise: draft.lower(element.initializer) };
}
