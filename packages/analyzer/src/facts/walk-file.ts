import type { Expression } from '../model/facts.js';
import { branchesOf } from './branches-of.js';
import { bindPattern } from './names/bind-pattern.js';
import type { ts } from '../compiler/compiler.js';
import { enclosingFunction, spanOf, unknown, type Draft } from './draft.js';
import { byKind } from './by-kind.js';
import { isFunction, isTypeOnly } from './node-kinds.js';
import { readEnum, readNamespace } from './read-enum.js';
import { readCompiledExports, readExport } from './read-exports.js';
import { isAwaitingYield } from './compiled-code.js';
import { readChange } from './read-changes.js';
import { readFlow } from './read-flow.js';
import { readImport } from './read-imports.js';
import { readAssignment, readPush } from './read-assignment.js';
import { bindingFor } from './names/resolve-name.js';

/** A step down counts five; one to where something begins (`a` of `a + b`, `x.y` of `x.y()`) two: sums and chains are long. */
const [stepDown, stepAlong] = [5, 2];

/**
 * How deep code may nest, well below where any stack ends: how much room that has hangs on what ran before, and the same file
 * must be read or given up every time. Before any of the parser is compiled, its stack ends at some 610 calls in calls, at a chain
 * of 880 calls and at a sum of 2,200.
 */
const deepest = 520 * stepDown;

/** Visits every node of the file once and fills the draft. Throws a RangeError where code nests too deeply. */
export function walkFile(draft: Draft): void {
  let depth = 0;
  const visit = (node: ts.Node): void => {
    const step = node.pos === (node.parent as ts.Node | undefined)?.pos ? stepAlong : stepDown;
    depth += step;
    if (depth > deepest) throw new RangeError('nested too deeply');
    readNode(draft, node);
    draft.compiler.forEachChild(node, visit);
    depth -= step;
  };
  visit(draft.parsed.source);
}

function readNode(draft: Draft, node: ts.Node): void {
  const { compiler } = draft;
  if (isTypeOnly(compiler, node)) return;
  readFlow(draft, node);
  if (saysMore(compiler, node)) readMore(draft, node);
}

/** Everything that `readMore` looks for. Whether a block is a statement hangs on its parent; blocks say no more either way. */
const saysMore = byKind(
  (compiler, node) =>
    compiler.isStatement(node) ||
    compiler.isVariableDeclaration(node) ||
    isFunction(compiler, node) ||
    isFollowed(compiler, node) ||
    compiler.isYieldExpression(node) ||
    compiler.isBinaryExpression(node) ||
    compiler.isPrefixUnaryExpression(node) ||
    compiler.isPostfixUnaryExpression(node) ||
    compiler.isDeleteExpression(node),
);

function readMore(draft: Draft, node: ts.Node): void {
  const { compiler } = draft;
  if (readDeclaration(draft, node)) return;
  if (compiler.isReturnStatement(node)) return readReturn(draft, node);
  if (compiler.isYieldExpression(node) && !isAwaitingYield(draft, node)) readYield(draft, node);
  if (compiler.isArrowFunction(node)) return readArrow(draft, node);
  if (isFunction(compiler, node)) return void draft.registerFunction(node);
  readChange(draft, node);
  if (compiler.isBinaryExpression(node)) readAssignment(draft, node);
  if (compiler.isCallExpression(node)) {
    readPush(draft, node);
    readCompiledExports(draft, node);
  }
  if (isFollowed(compiler, node)) draft.lower(node);
}

/** Reads what declares names; false when the node does not. */
function readDeclaration(draft: Draft, node: ts.Node): boolean {
  const { compiler } = draft;
  if (compiler.isImportDeclaration(node) || compiler.isImportEqualsDeclaration(node)) readImport(draft, node);
  else if (compiler.isExportDeclaration(node) || compiler.isExportAssignment(node)) readExport(draft, node);
  else if (compiler.isVariableDeclaration(node)) readVariable(draft, node);
  else if (compiler.isFunctionDeclaration(node)) readFunction(draft, node);
  else if (compiler.isClassDeclaration(node)) readClass(draft, node);
  else if (compiler.isEnumDeclaration(node)) readEnum(draft, node);
  else if (compiler.isModuleDeclaration(node)) readNamespace(draft, node);
  else return false;
  return true;
}

/** Expressions that are facts of their own, wherever they stand. */
function isFollowed(compiler: Draft['compiler'], node: ts.Node): node is ts.Expression {
  return (
    compiler.isCallExpression(node) ||
    compiler.isNewExpression(node) ||
    compiler.isTaggedTemplateExpression(node) ||
    compiler.isObjectLiteralExpression(node)
  );
}

function readVariable(draft: Draft, node: ts.VariableDeclaration): void {
  const { compiler } = draft;
  const value = variableValue(draft, node);
  if (value === null) {
    if (!compiler.isIdentifier(node.name)) return;
    const binding = draft.bindings[bindingFor(draft, node, node.name.text)];
    if (binding !== undefined) binding.annotation = draft.lowerType(node.type);
    return;
  }
  bindPattern(draft, node.name, value, node, draft.lowerType(node.type ?? castOf(draft, node.initializer)));
}

/** `const db = globalThis.db as Database`: what is said of a value that nothing else is known of. */
function castOf({ compiler }: Draft, node: ts.Expression | undefined): ts.TypeNode | undefined {
  return node !== undefined && compiler.isAsExpression(node) ? node.type : undefined;
}

function variableValue(draft: Draft, node: ts.VariableDeclaration): Expression | null {
  const { compiler } = draft;
  if (node.initializer !== undefined) return draft.lower(node.initializer);
  const loop = node.parent.parent;
  if (compiler.isForOfStatement(loop) || compiler.isForInStatement(loop)) {
    const keys = compiler.isForInStatement(loop);
    return { kind: 'each', of: draft.lower(loop.expression), keys, span: spanOf(draft, loop.initializer) };
  }
  if (compiler.isCatchClause(node.parent)) return unknown(draft, node, 'it is a caught error');
  return null;
}

function readFunction(draft: Draft, node: ts.FunctionDeclaration): void {
  if (node.body === undefined) return;
  const value: Expression = { kind: 'function', function: draft.registerFunction(node) };
  declare(draft, node, node.name?.text ?? 'default', value);
}

function readClass(draft: Draft, node: ts.ClassDeclaration): void {
  declare(draft, node, node.name?.text ?? 'default', { kind: 'class', class: draft.registerClass(node) });
}

function declare(draft: Draft, node: ts.Declaration, name: string, value: Expression): void {
  const binding = draft.bindings[bindingFor(draft, node, name)];
  if (binding !== undefined) binding.value = value;
}

function readReturn(draft: Draft, node: ts.ReturnStatement): void {
  const index = enclosingFunction(draft, node);
  if (index === null || node.expression === undefined) return;
  draft.functions[index]?.returned.push({
    value: draft.lower(node.expression),
    branches: branchesOf(draft, node),
  });
}

function readYield(draft: Draft, node: ts.YieldExpression): void {
  const index = enclosingFunction(draft, node);
  if (index === null || node.expression === undefined) return;
  const spread = node.asteriskToken !== undefined;
  draft.functions[index]?.yielded.push({ value: draft.lower(node.expression), spread });
}

function readArrow(draft: Draft, node: ts.ArrowFunction): void {
  const fact = draft.functions[draft.registerFunction(node)];
  if (fact !== undefined && !draft.compiler.isBlock(node.body))
    fact.returned = [{ value: draft.lower(node.body), branches: [] }];
}
