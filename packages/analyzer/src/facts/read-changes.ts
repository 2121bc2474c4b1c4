import type { Expression } from '../model/facts.js';
import type { ts } from '../compiler/compiler.js';
import { propertyName, spanOf, type Draft } from './draft.js';
import { assign, below, counted, targetOf, type Target } from './read-assignment.js';

/**
 * Changes that are no plain assignment: `[a, b] = [b, a]`, `for (x of list)`, `i++`, `Object.assign(o, more)`,
 * `delete o.x`.
 */
export function readChange(draft: Draft, node: ts.Node): void {
  const { compiler } = draft;
  if (compiler.isPrefixUnaryExpression(node) || compiler.isPostfixUnaryExpression(node))
    readCount(draft, node);
  if (compiler.isForOfStatement(node) || compiler.isForInStatement(node)) readLoop(draft, node);
  if (compiler.isBinaryExpression(node) && isPattern(draft, node.left)) {
    if (node.operatorToken.kind === compiler.SyntaxKind.EqualsToken)
      assignPattern(draft, node, node.left, draft.lower(node.right));
  }
  if (compiler.isCallExpression(node)) readMerge(draft, node);
  if (compiler.isDeleteExpression(node)) readDelete(draft, node);
}

/** What is deleted of a variable is not there any more. */
function readDelete(draft: Draft, node: ts.DeleteExpression): void {
  const target = isPlace(draft, node.expression) ? targetOf(draft, node.expression) : null;
  if (target !== null && typeof target.root === 'number' && target.path.length > 0)
    assign(draft, node, target, { kind: 'absent' });
}

function readCount(draft: Draft, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): void {
  const { SyntaxKind } = draft.compiler;
  if (node.operator !== SyntaxKind.PlusPlusToken && node.operator !== SyntaxKind.MinusMinusToken) return;
  const target = targetOf(draft, node.operand);
  if (target !== null && typeof target.root === 'number')
    assign(draft, node, target, counted(draft, node), 'count');
}

function readLoop(draft: Draft, node: ts.ForOfStatement | ts.ForInStatement): void {
  const { compiler } = draft;
  if (compiler.isVariableDeclarationList(node.initializer)) return;
  const keys = compiler.isForInStatement(node);
  const of = draft.lower(node.expression);
  const value: Expression = { kind: 'each', of, keys, span: spanOf(draft, node.initializer) };
  assignPattern(draft, node.initializer, node.initializer, value);
}

function isPattern({ compiler }: Draft, node: ts.Node): boolean {
  return compiler.isArrayLiteralExpression(node) || compiler.isObjectLiteralExpression(node);
}

/** Gives every target of a pattern its part of the value. */
function assignPattern(draft: Draft, node: ts.Node, pattern: ts.Expression, value: Expression): void {
  const { compiler } = draft;
  const part = (target: ts.Expression, name: string): void =>
    assignPattern(draft, node, target, { kind: 'member', object: value, name, span: spanOf(draft, target) });
  if (compiler.isParenthesizedExpression(pattern))
    return assignPattern(draft, node, pattern.expression, value);
  if (compiler.isBinaryExpression(pattern)) {
    const otherwise = draft.lower(pattern.right);
    return assignPattern(draft, node, pattern.left, { kind: 'fallback', value, otherwise });
  }
  if (compiler.isArrayLiteralExpression(pattern))
    return pattern.elements.forEach((element, index) => part(element, String(index)));
  if (compiler.isObjectLiteralExpression(pattern)) {
    for (const { target, name } of pattern.properties.flatMap((one) => partsOf(draft, one)))
      part(target, name);
    return;
  }
  const target = isPlace(draft, pattern) ? targetOf(draft, pattern) : null;
  if (target !== null) assign(draft, node, target, value);
}

/** `{ name }`, `{ name: target }`, each with its property; a rest is not followed. */
function partsOf(
  { compiler }: Draft,
  property: ts.ObjectLiteralElementLike,
): readonly { readonly target: ts.Expression; readonly name: string }[] {
  if (compiler.isShorthandPropertyAssignment(property))
    return [{ target: property.name, name: property.name.text }];
  if (!compiler.isPropertyAssignment(property)) return [];
  const name = propertyName(compiler, property.name);
  return name === null ? [] : [{ target: property.initializer, name }];
}

function isPlace({ compiler }: Draft, node: ts.Expression): boolean {
  return (
    compiler.isIdentifier(node) ||
    compiler.isPropertyAccessExpression(node) ||
    compiler.isElementAccessExpression(node)
  );
}

const merging: ReadonlySet<string> = new Set(['assign', 'defineProperty', 'defineProperties', 'set']);

/** `Object.assign(target, { name: value }, more)`, `Object.defineProperty(target, 'name', { value })`, `Reflect.set(…)`. */
function readMerge(draft: Draft, node: ts.CallExpression): void {
  if (!draft.compiler.isPropertyAccessExpression(node.expression)) return;
  if (!merging.has(node.expression.name.text)) return;
  const [first, ...others] = node.arguments;
  const name = node.expression.getText(draft.parsed.source);
  if (first === undefined || !/^(?:Object\.(?:assign|definePropert(?:y|ies))|Reflect\.set)$/.test(name))
    return;
  const target = targetOf(draft, first);
  if (target === null) return;
  if (name === 'Object.assign') return others.forEach((source) => mergeInto(draft, node, target, source));
  const [key, value] = others;
  if (key === undefined || value === undefined || name === 'Object.defineProperties') return;
  const text = draft.compiler.isStringLiteralLike(key) ? key.text : '*';
  const given = name === 'Reflect.set' ? draft.lower(value) : describedBy(draft, value);
  if (given !== null) assign(draft, node, below(target, text) ?? target, given);
}

function mergeInto(draft: Draft, node: ts.Node, target: Target, source: ts.Expression): void {
  const value = draft.lower(source);
  if (value.kind !== 'object') {
    if (typeof target.root === 'number') assign(draft, node, target, value, 'merge');
    return;
  }
  for (const entry of value.entries) {
    if (entry.key?.kind === 'text')
      assign(draft, node, { ...target, path: [...target.path, entry.key.text] }, entry.value);
    else if (entry.key === null && typeof target.root === 'number')
      assign(draft, node, target, entry.value, 'merge');
  }
}

/** What `{ value }` or `{ get: () => value }` describes. */
function describedBy(draft: Draft, descriptor: ts.Expression): Expression | null {
  const lowered = draft.lower(descriptor);
  if (lowered.kind !== 'object') return null;
  const named = (name: string): Expression | undefined =>
    lowered.entries.find(({ key }) => key?.kind === 'text' && key.text === name)?.value;
  const getter = named('get');
  if (getter?.kind !== 'function') return named('value') ?? null;
  return givenBack(draft, descriptor, getter.function);
}

/** The one thing that a getter gives back: `get: function () { return a.b; }`. */
function givenBack(draft: Draft, descriptor: ts.Expression, index: number): Expression | null {
  const { compiler } = draft;
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (compiler.isReturnStatement(node) && node.expression !== undefined)
      found.push(draft.lower(node.expression));
    compiler.forEachChild(node, visit);
  };
  visit(descriptor);
  return found[0] ?? draft.functions[index]?.returned[0]?.value ?? null;
}
