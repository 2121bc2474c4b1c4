import type { Expression, Write } from '../../model/facts.js';
import type { ts } from '../../compiler/compiler.js';
import { enclosingFunction, type Draft } from '../draft.js';
import { isFunction } from '../node-kinds.js';
import { findDeclarations, valueAmong } from './find-declarations.js';

/** What an identifier in expression position refers to: a binding of this file, or a name from outside. */
export function resolveName(draft: Draft, node: ts.Identifier): Expression {
  if (node.text === 'undefined') return { kind: 'absent' };
  const declarations = findDeclarations(draft.compiler, draft.parsed.scopes, node);
  const declaration = valueAmong(draft.compiler, declarations);
  if (declaration === null) {
    if (node.text === 'arguments') noteArguments(draft, node);
    return { kind: 'global', name: node.text };
  }
  if (declarations.length === 1 && isBeforeItself(draft, node, declaration)) return { kind: 'absent' };
  return {
    kind: 'name',
    binding: bindingFor(draft, declaration, node.text),
    at: node.getStart(draft.parsed.source),
  };
}

/** `X` in `var X = make(X || {})`, as compilers write an enum: it holds nothing before that was run. */
function isBeforeItself({ compiler }: Draft, node: ts.Node, declaration: ts.Node): boolean {
  const value = compiler.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  if (value === undefined || node.pos < value.pos || value.end < node.end) return false;
  let at = node.parent;
  while (at !== declaration && !isFunction(compiler, at)) at = at.parent;
  return at === declaration;
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
