import type { Expression, Write } from '../../model/facts.js';
import type { ts } from '../../compiler/compiler.js';
import { enclosingFunction, type Draft } from '../draft.js';
import { findDeclarations, valueAmong } from './find-declarations.js';

/** What an identifier in expression position refers to: a binding of this file, or a name from outside. */
export function resolveName(draft: Draft, node: ts.Identifier): Expression {
  if (node.text === 'undefined') return { kind: 'absent' };
  const binding = findBinding(draft, node);
  if (binding === null) {
    if (node.text === 'arguments') noteArguments(draft, node);
    return { kind: 'global', name: node.text };
  }
  return { kind: 'name', binding, at: node.getStart(draft.parsed.source) };
}

/** `arguments` are those of the innermost function that is no arrow. */
function noteArguments(draft: Draft, node: ts.Identifier): void {
  let index = enclosingFunction(draft, node);
  while (index !== null && draft.functions[index]?.isArrow === true)
    index = draft.functions[index]?.parent ?? null;
  const fact = index === null ? undefined : draft.functions[index];
  if (fact !== undefined) fact.takesArguments = true;
}

/** The binding that an identifier refers to, or null when the file does not declare it. */
export function findBinding(draft: Draft, node: ts.Identifier): number | null {
  const declaration = declarationOf(draft, node);
  return declaration === null ? null : bindingFor(draft, declaration, node.text);
}

/** What most variables have: one list for all of them. */
const unwritten: readonly Write[] = [];

/** The binding of a declaration, made on first sight so that uses may stand before it. */
export function bindingFor(draft: Draft, declaration: ts.Node, name: string): number {
  const known = draft.bindingOf.get(declaration);
  if (known !== undefined) return known;
  const index = draft.bindings.length;
  draft.bindingOf.set(declaration, index);
  draft.bindings.push({
    name,
    value: null,
    annotation: null,
    writes: unwritten,
    function: enclosingFunction(draft, scopeNode(draft, declaration)),
  });
  return index;
}

/** A parameter belongs to its function, a function's own name to the function around it. */
function scopeNode(draft: Draft, declaration: ts.Node): ts.Node {
  if (draft.compiler.isFunctionExpression(declaration)) return declaration.parent;
  return declaration;
}

function declarationOf({ compiler, parsed }: Draft, node: ts.Identifier): ts.Node | null {
  return valueAmong(compiler, findDeclarations(compiler, parsed.scopes, node));
}
