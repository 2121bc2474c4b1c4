import type { Expression, Write } from '../model/facts.js';
import { methodOf } from '../builtins/methods.js';
import { containersOf, type Container } from '../lookups/container-of.js';
import type { ts } from '../compiler/compiler.js';
import { enclosingFunction, spanOf, unknown, type Draft } from './draft.js';
import { branchesOf } from './branches-of.js';
import { memberOf } from './register-class.js';
import { findBinding } from './names/resolve-name.js';

/** `x = …`, `x += …`, `x.y = …`, `this.x = …`, `exports.x = …`, `module.exports = …`. */
export function readAssignment(draft: Draft, node: ts.BinaryExpression): void {
  const operator = operatorOf(draft, node);
  if (operator === null) return;
  const target = targetOf(draft, node.left);
  if (target === null) return;
  if (typeof target.root === 'number' && isCount(draft, node))
    return assign(draft, node, target, counted(draft, node), 'count');
  const value =
    operator === 'unknown' ? unknown(draft, node, 'it is changed at run time') : draft.lower(node.right);
  const given = target.root === 'exports' ? (assignedName(draft, node.right) ?? value) : value;
  assign(draft, node, target, given, operator === 'append' ? 'append' : 'set');
}

/** `exports.Kind = Kind = {}`: the variable, with all that is put into it later. */
function assignedName(draft: Draft, right: ts.Expression): Expression | null {
  const { compiler } = draft;
  if (!compiler.isBinaryExpression(right) || !compiler.isIdentifier(right.left)) return null;
  if (right.operatorToken.kind !== compiler.SyntaxKind.EqualsToken) return null;
  const binding = findBinding(draft, right.left);
  return binding === null ? null : { kind: 'name', binding, at: draft.parsed.source.end };
}

/** `at += 1`, `at = at + 1`. */
function isCount({ compiler }: Draft, { left, operatorToken, right }: ts.BinaryExpression): boolean {
  const { SyntaxKind } = compiler;
  if (operatorToken.kind === SyntaxKind.PlusEqualsToken) return compiler.isNumericLiteral(right);
  return (
    operatorToken.kind === SyntaxKind.EqualsToken &&
    compiler.isBinaryExpression(right) &&
    compiler.isIdentifier(left) &&
    compiler.isIdentifier(right.left) &&
    left.text === right.left.text &&
    compiler.isNumericLiteral(right.right)
  );
}

/** A number that goes up or down. */
export function counted(draft: Draft, node: ts.Node): Expression {
  return { kind: 'unknown', reason: 'it is counted at run time', span: spanOf(draft, node), isNumber: true };
}

/** Notes that a value comes to lie in a variable or a part of one, in a field, or among the exports. */
export function assign(
  draft: Draft,
  node: ts.Node,
  { root, path }: Target,
  value: Expression,
  operator: Write['operator'] = 'set',
): void {
  if (root === 'exports') return assignExport(draft, path, value);
  if (root === 'this') return assignMember(draft, node, path, value);
  addWrite(draft, node, root, { path, operator, value });
}

/**
 * `list.push(a, b)` and `map.set(key, value)` on a list or a map that lies in a variable of this file: also
 * `result.rows.push(a)`, `byDay.get(day).push(a)`, and the same by another name.
 */
export function readPush(draft: Draft, node: ts.CallExpression): void {
  const { compiler } = draft;
  const callee = node.expression;
  if (!compiler.isPropertyAccessExpression(callee)) return;
  const method = callee.name.text;
  if (methodOf(method)?.effect !== 'added') return;
  const containers = containersOf(draft, draft.lower(callee.expression)).filter((container, index) =>
    mayTake(draft, container, method, index),
  );
  if (containers.length === 0) return;
  for (const { operator, value } of addedBy(draft, node, method))
    for (const { binding, path } of containers) addWrite(draft, node, binding, { path, operator, value });
}

/** What such a call adds: single items, pairs of a map, or all items of a list. */
function addedBy(
  draft: Draft,
  node: ts.CallExpression,
  method: string,
): readonly Pick<Write, 'operator' | 'value'>[] {
  const { compiler } = draft;
  const spread = node.arguments.filter((arg) => compiler.isSpreadElement(arg));
  const args = node.arguments.filter((arg) => !compiler.isSpreadElement(arg)).map((arg) => draft.lower(arg));
  if (method !== 'set' && method !== 'append')
    return [
      ...spread.map(({ expression }) => ({ operator: 'push-all', value: draft.lower(expression) }) as const),
      ...args.map((value) => ({ operator: 'push', value }) as const),
    ];
  const [key, mapped] = args;
  if (key === undefined || mapped === undefined || args.length !== 2) return [];
  const items = [key, mapped].map((value) => ({ value, spread: false }));
  return [{ operator: 'push', value: { kind: 'array', items, span: spanOf(draft, node) } }];
}

/**
 * Whether a method of that name is one of a list, a map or a set. A variable's own may be anything's; what lies deeper
 * has to be in something made here, or be pushed to.
 */
function mayTake(draft: Draft, { binding, path }: Container, method: string, index: number): boolean {
  if (path.length === 0 && index === 0) {
    if (method === 'append') return isMadeBy(draft, binding, queriesAndForms);
    return method !== 'add' || isMadeBy(draft, binding, sets);
  }
  return method === 'push' || method === 'unshift' || isMade(draft, binding);
}

function isMade(draft: Draft, binding: number): boolean {
  const value = draft.bindings[binding]?.value;
  if (value?.kind === 'array' || value?.kind === 'object') return true;
  return value?.kind === 'call' && draft.calls[value.call]?.isNew === true;
}

/** Queues and batches have an `add` of their own, pages and files an `append`. */
const sets: ReadonlySet<string> = new Set(['Set']);
const queriesAndForms: ReadonlySet<string> = new Set(['URLSearchParams', 'FormData', 'Headers']);

function isMadeBy(draft: Draft, binding: number, classes: ReadonlySet<string>): boolean {
  const value = draft.bindings[binding]?.value;
  const call = value?.kind === 'call' ? draft.calls[value.call] : undefined;
  return call?.isNew === true && call.callee.kind === 'global' && classes.has(call.callee.name);
}

function operatorOf(draft: Draft, node: ts.BinaryExpression): 'set' | 'append' | 'unknown' | null {
  const { SyntaxKind } = draft.compiler;
  const kind = node.operatorToken.kind;
  if (kind === SyntaxKind.EqualsToken) return 'set';
  if (kind === SyntaxKind.PlusEqualsToken) return 'append';
  if (kind === SyntaxKind.QuestionQuestionEqualsToken || kind === SyntaxKind.BarBarEqualsToken) return 'set';
  if (kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment) return 'unknown';
  return null;
}

export interface Target {
  readonly root: number | 'this' | 'exports';
  readonly path: readonly string[];
}

export function targetOf(draft: Draft, node: ts.Expression): Target | null {
  const { compiler } = draft;
  if (node.kind === compiler.SyntaxKind.ThisKeyword) return { root: 'this', path: [] };
  if (compiler.isIdentifier(node)) {
    const binding = findBinding(draft, node);
    if (binding !== null) return { root: binding, path: [] };
    return node.text === 'exports' ? { root: 'exports', path: [] } : null;
  }
  if (compiler.isPropertyAccessExpression(node)) {
    const isModule = compiler.isIdentifier(node.expression) && node.expression.text === 'module';
    if (isModule && node.name.text === 'exports') return { root: 'exports', path: [] };
    return below(targetOf(draft, node.expression), node.name.text);
  }
  if (compiler.isElementAccessExpression(node)) {
    const key = node.argumentExpression;
    return below(targetOf(draft, node.expression), compiler.isStringLiteralLike(key) ? key.text : '*');
  }
  return null;
}

export function below(target: Target | null, name: string): Target | null {
  return target === null ? null : { root: target.root, path: [...target.path, name] };
}

function assignExport(draft: Draft, path: readonly string[], value: Expression): void {
  const [name, ...rest] = path;
  if (rest.length > 0) return;
  draft.exports[name ?? '='] = value;
}

/** A field set in a method is one of the field's values; fields of fields are not followed. */
function assignMember(draft: Draft, node: ts.Node, path: readonly string[], value: Expression): void {
  const [name, ...rest] = path;
  if (name === undefined || rest.length > 0) return;
  const { compiler } = draft;
  for (let at = node.parent as ts.Node | undefined; at !== undefined; at = at.parent as ts.Node | undefined) {
    const index = compiler.isClassLike(at) ? draft.registerClass(at) : draft.prototypes.get(at);
    if (index === undefined) continue;
    const fact = draft.classes[index];
    if (fact !== undefined) memberOf(fact.members, name).values.push(value);
    return;
  }
}

function addWrite(
  draft: Draft,
  node: ts.Node,
  binding: number,
  write: Pick<Write, 'path' | 'operator' | 'value'>,
): void {
  const { path, operator, value } = write;
  const added: Write = {
    path,
    operator,
    value,
    at: node.end,
    branches: branchesOf(draft, node),
    function: enclosingFunction(draft, node),
  };
  const changed = draft.bindings[binding];
  if (changed === undefined) return;
  const writes = draft.writesOf.get(binding) ?? [];
  writes.push(added);
  draft.writesOf.set(binding, writes);
  changed.writes = writes;
}
