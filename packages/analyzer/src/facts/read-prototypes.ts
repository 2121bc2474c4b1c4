import type { ts } from '../compiler/compiler.js';
import { spanOf, type Draft } from './draft.js';
import { findDeclarations } from './names/find-declarations.js';
import { memberOf } from './register-class.js';

type ClassFunction = ts.FunctionDeclaration | ts.FunctionExpression;

/** A method of a class that is written as a function: `Shop.prototype.call = function (…) {…}`. */
interface PrototypeMethod {
  readonly owner: ClassFunction;
  readonly name: string;
  readonly value: ts.Expression;
}

/** Finds classes that are written as functions, before anything else is read: what stands in them takes them for `this`. */
export function readPrototypes(draft: Draft): void {
  if (!draft.parsed.source.text.includes('.prototype')) return;
  const methods = methodsIn(draft);
  for (const { owner, value } of methods) {
    const index = draft.prototypes.get(owner) ?? addClass(draft, owner);
    draft.prototypes.set(owner, index);
    draft.prototypes.set(value, index);
  }
  for (const { owner, name, value } of methods) {
    const fact = draft.classes[draft.prototypes.get(owner) ?? -1];
    if (fact === undefined) continue;
    fact.constructor ??= draft.registerFunction(owner);
    memberOf(fact.members, name).values.push(draft.lower(value));
  }
}

function methodsIn(draft: Draft): readonly PrototypeMethod[] {
  const { compiler, parsed } = draft;
  const found: PrototypeMethod[] = [];
  const visit = (node: ts.Node): void => {
    if (compiler.isBinaryExpression(node)) found.push(...methodOf(draft, node));
    compiler.forEachChild(node, visit);
  };
  visit(parsed.source);
  return found;
}

function methodOf(
  draft: Draft,
  { left, operatorToken, right }: ts.BinaryExpression,
): readonly PrototypeMethod[] {
  const { compiler } = draft;
  if (operatorToken.kind !== compiler.SyntaxKind.EqualsToken || !compiler.isPropertyAccessExpression(left))
    return [];
  const { expression: prototype, name } = left;
  if (!compiler.isPropertyAccessExpression(prototype) || prototype.name.text !== 'prototype') return [];
  const owner = compiler.isIdentifier(prototype.expression) ? declared(draft, prototype.expression) : null;
  return owner === null ? [] : [{ owner, name: name.text, value: right }];
}

/** The function that a name is declared as. */
function declared({ compiler, parsed }: Draft, name: ts.Identifier): ClassFunction | null {
  for (const { node } of findDeclarations(compiler, parsed.scopes, name)) {
    if (compiler.isFunctionDeclaration(node) && node.body !== undefined) return node;
    const made = compiler.isVariableDeclaration(node) ? node.initializer : undefined;
    if (made !== undefined && compiler.isFunctionExpression(made)) return made;
  }
  return null;
}

function addClass(draft: Draft, owner: ClassFunction): number {
  return (
    draft.classes.push({
      name: owner.name?.text ?? null,
      extends: null,
      constructor: null,
      members: Object.create(null) as Draft['classes'][number]['members'],
      statics: Object.create(null) as Draft['classes'][number]['statics'],
      span: spanOf(draft, owner),
    }) - 1
  );
}
