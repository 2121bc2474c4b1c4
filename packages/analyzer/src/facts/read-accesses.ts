import type { Access, Expression, Span } from '../model/facts.js';
import type { ts } from '../compiler/compiler.js';
import { enclosingFunction, sharedSpan, type Draft } from './draft.js';
import { findBinding } from './names/resolve-name.js';

/** A property that is asked for: `order.buyer_email`, `order['cpf']`, `order[key]`. What is only written to is none. */
export function readAccess(
  draft: Draft,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): void {
  if (isWritten(draft, node) || isCallee(draft, node)) return;
  const value = draft.lower(node);
  if (value.kind === 'member' || value.kind === 'item')
    addAccess(draft, node, value, accessSpan(draft, node, value.span));
}

/** A property that a pattern takes: `const { buyer_email } = order`. */
export function readTaken(draft: Draft, node: ts.BindingElement): void {
  const { compiler } = draft;
  if (node.dotDotDotToken !== undefined || !compiler.isObjectBindingPattern(node.parent)) return;
  const value = takenValue(draft, node);
  if (value === null) return;
  const binding = draft.bindingOf.get(node);
  const isBesideRest = node.parent.elements.some(({ dotDotDotToken }) => dotDotDotToken !== undefined);
  const added = addAccess(draft, node, value, sharedSpan(draft, node, value));
  if (added !== null && isBesideRest && binding !== undefined) draft.leftOut.set(binding, added);
}

/** All that is asked for. `const { cpf, ...rest } = order` asks for `cpf` only where `cpf` is used; else it leaves it out. */
export function accessesOf(draft: Draft): readonly Access[] {
  if (draft.leftOut.size === 0) return draft.accesses;
  const names = new Set([...draft.leftOut.keys()].map((binding) => draft.bindings[binding]?.name));
  const visit = (node: ts.Node): void => {
    if (draft.compiler.isIdentifier(node) && names.has(node.text) && !isDeclared(draft, node)) {
      const used = findBinding(draft, node);
      if (used !== null) draft.leftOut.delete(used);
    }
    draft.compiler.forEachChild(node, visit);
  };
  visit(draft.parsed.source);
  const unused = new Set(draft.leftOut.values());
  return draft.accesses.filter((access) => !unused.has(access));
}

function isDeclared({ compiler }: Draft, node: ts.Identifier): boolean {
  return compiler.isBindingElement(node.parent) && node.parent.initializer !== node;
}

function addAccess(draft: Draft, node: ts.Node, value: Expression, span: Span): Access | null {
  if (value.kind !== 'member' && value.kind !== 'item') return null;
  const access = { value, span, function: enclosingFunction(draft, node) };
  draft.accesses.push(access);
  return access;
}

/** What the element was bound to; a pattern inside a pattern is asked for by its own elements' object. */
function takenValue(draft: Draft, node: ts.BindingElement): Expression | null {
  const { compiler } = draft;
  if (!compiler.isIdentifier(node.name)) return nestedObject(draft, node.name);
  const binding = draft.bindingOf.get(node);
  const value = binding === undefined ? null : (draft.bindings[binding]?.value ?? null);
  return value?.kind === 'fallback' ? value.value : value;
}

/** `{ recipient_address: { name } }`: the inner element's object is what the outer element takes. */
function nestedObject(draft: Draft, pattern: ts.BindingPattern): Expression | null {
  for (const element of pattern.elements) {
    if (!draft.compiler.isBindingElement(element) || element.dotDotDotToken !== undefined) continue;
    const value = takenValue(draft, element);
    if (value?.kind !== 'member') continue;
    return value.object.kind === 'fallback' ? value.object.value : value.object;
  }
  return null;
}

/** A long chain is written over several lines: then the name is what a reader looks for. */
function accessSpan(
  draft: Draft,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  whole: Span,
): Span {
  const [start, end] = whole;
  const name = draft.compiler.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
  const from = name.getStart(draft.parsed.source);
  return draft.parsed.source.text.slice(start, from).includes('\n') ? [from, end] : whole;
}

/** The name of a method is no data; what it is called on is an access of its own. */
function isCallee(draft: Draft, node: ts.Node): boolean {
  const { parent } = node;
  return draft.compiler.isCallExpression(parent) && parent.expression === node;
}

function isWritten(draft: Draft, node: ts.Node): boolean {
  const { compiler } = draft;
  const { parent } = node;
  if (compiler.isDeleteExpression(parent)) return true;
  return (
    compiler.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === compiler.SyntaxKind.EqualsToken
  );
}
