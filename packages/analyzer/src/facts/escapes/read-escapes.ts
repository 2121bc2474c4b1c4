import type { Escape, Span } from '../../model/facts.js';
import type { ts } from '../../compiler/compiler.js';
import { enclosingFunction, sharedSpan, shortText, type Draft } from '../draft.js';
import { byKind } from '../by-kind.js';
import { isAwaitingYield } from '../compiled-code.js';
import { isWrapper } from '../node-kinds.js';
import { isFollowedTarget, isPlainClass } from './followed-target.js';

/** What the place of an expression does with its value: followed by other facts, of no interest, or a way out. */
type Role = 'followed' | 'harmless' | Escape['kind'];

/**
 * Notes a value that leaves what the facts follow. Whatever is not known to be followed or harmless counts as a way
 * out: that nothing is lost in silence rests on this.
 */
export function readEscape(draft: Draft, node: ts.Expression): void {
  if (!mayCarry(draft, node)) return;
  const kind = roleOf(draft, node);
  if (kind === 'followed' || kind === 'harmless') return;
  const value = draft.lower(node);
  const span = sharedSpan(draft, node, value);
  draft.escapes.push({
    kind,
    value,
    target: kind === 'assign' ? targetOf(draft, node) : null,
    span: shortened(draft, span),
    function: enclosingFunction(draft, node),
  });
}

function targetOf(draft: Draft, { parent }: ts.Node): string | null {
  return draft.compiler.isBinaryExpression(parent) ? shortText(draft, parent.left) : null;
}

/** Only what stands for a value of its own: names, properties, calls, objects, lists and choices between them. */
function mayCarry(draft: Draft, node: ts.Expression): boolean {
  const { compiler } = draft;
  if (isWrapper(compiler, node)) return mayCarry(draft, node.expression);
  if (isAwaitingYield(draft, node)) return node.expression !== undefined && mayCarry(draft, node.expression);
  if (compiler.isIdentifier(node)) return isValueName(draft, node);
  return isValue(compiler, node);
}

const isValue = byKind(
  (compiler, node) =>
    compiler.isPropertyAccessExpression(node) ||
    compiler.isElementAccessExpression(node) ||
    compiler.isCallExpression(node) ||
    compiler.isNewExpression(node) ||
    compiler.isObjectLiteralExpression(node) ||
    compiler.isArrayLiteralExpression(node) ||
    compiler.isConditionalExpression(node) ||
    compiler.isBinaryExpression(node) ||
    compiler.isTaggedTemplateExpression(node) ||
    compiler.isTemplateExpression(node),
);

/** Names of declarations, properties and labels are identifiers too, but no values. */
function isValueName(draft: Draft, node: ts.Identifier): boolean {
  const { compiler } = draft;
  const { parent } = node;
  if (compiler.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (compiler.isPropertyAssignment(parent)) return parent.initializer === node;
  if (compiler.isVariableDeclaration(parent) || compiler.isParameter(parent))
    return parent.initializer === node;
  if (compiler.isBindingElement(parent) || compiler.isPropertyDeclaration(parent))
    return parent.initializer === node;
  return (
    compiler.isExpression(parent) ||
    compiler.isStatement(parent) ||
    compiler.isTemplateSpan(parent) ||
    isMarkup(draft, parent)
  );
}

function isMarkup(draft: Draft, node: ts.Node): boolean {
  const { compiler } = draft;
  return (
    compiler.isJsxExpression(node) || compiler.isJsxSpreadAttribute(node) || compiler.isJsxAttribute(node)
  );
}

function roleOf(draft: Draft, node: ts.Node): Role {
  const { compiler } = draft;
  const { parent } = node;
  // What stands for its own operand: the wrapper is looked at instead.
  if (isWrapper(compiler, parent) || isAwaitingYield(draft, parent)) return 'followed';
  if (isMarkup(draft, parent)) return isMarkupValue(draft, node) ? 'markup' : 'harmless';
  return (
    roleInExpression(draft, node, parent) ??
    roleInStatement(draft, node, parent) ??
    roleInDeclaration(draft, node, parent) ??
    'other'
  );
}

function isMarkupValue(draft: Draft, node: ts.Node): boolean {
  return !draft.compiler.isJsxElement(node);
}

function roleInExpression(draft: Draft, node: ts.Node, parent: ts.Node): Role | null {
  const { compiler } = draft;
  if (compiler.isBinaryExpression(parent)) return roleInBinary(draft, node, parent);
  if (compiler.isYieldExpression(parent)) return parent.asteriskToken === undefined ? 'yield' : 'yield-all';
  if (compiler.isArrowFunction(parent)) return parent.body === node ? 'return' : null;
  if (compiler.isTaggedTemplateExpression(parent)) return 'harmless';
  if (isFollowedIn(compiler, parent)) return 'followed';
  return isHarmlessIn(compiler, parent) ? 'harmless' : null;
}

/** Expressions whose parts are parts of the facts. */
const isFollowedIn = byKind(
  (compiler, node) =>
    compiler.isSpreadElement(node) ||
    compiler.isSpreadAssignment(node) ||
    compiler.isPropertyAccessExpression(node) ||
    compiler.isElementAccessExpression(node) ||
    compiler.isCallExpression(node) ||
    compiler.isNewExpression(node) ||
    compiler.isObjectLiteralExpression(node) ||
    compiler.isPropertyAssignment(node) ||
    compiler.isShorthandPropertyAssignment(node) ||
    compiler.isArrayLiteralExpression(node) ||
    compiler.isConditionalExpression(node) ||
    compiler.isTemplateSpan(node),
);

/** Operators that make something of their operand which tells nothing of it. */
const isHarmlessIn = byKind(
  (compiler, node) =>
    compiler.isPrefixUnaryExpression(node) ||
    compiler.isPostfixUnaryExpression(node) ||
    compiler.isTypeOfExpression(node) ||
    compiler.isVoidExpression(node) ||
    compiler.isDeleteExpression(node),
);

function roleInBinary(draft: Draft, node: ts.Node, parent: ts.BinaryExpression): Role {
  const { SyntaxKind } = draft.compiler;
  const kind = parent.operatorToken.kind;
  if (kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment) {
    if (parent.left === node) return 'harmless';
    return isFollowedTarget(draft, parent.left) ? 'followed' : 'assign';
  }
  const passes =
    kind === SyntaxKind.BarBarToken ||
    kind === SyntaxKind.QuestionQuestionToken ||
    kind === SyntaxKind.AmpersandAmpersandToken ||
    kind === SyntaxKind.PlusToken ||
    kind === SyntaxKind.CommaToken;
  return passes ? 'followed' : 'harmless';
}

function roleInStatement(draft: Draft, node: ts.Node, parent: ts.Node): Role | null {
  const { compiler } = draft;
  if (compiler.isReturnStatement(parent)) return 'return';
  if (compiler.isThrowStatement(parent)) return 'throw';
  const isTest =
    compiler.isExpressionStatement(parent) ||
    compiler.isIfStatement(parent) ||
    compiler.isWhileStatement(parent) ||
    compiler.isDoStatement(parent) ||
    compiler.isForStatement(parent) ||
    compiler.isSwitchStatement(parent) ||
    compiler.isCaseClause(parent);
  if (isTest) return 'harmless';
  if (compiler.isForOfStatement(parent) || compiler.isForInStatement(parent))
    return parent.expression === node && compiler.isVariableDeclarationList(parent.initializer)
      ? 'followed'
      : 'other';
  return compiler.isExportAssignment(parent) ? 'export' : null;
}

function roleInDeclaration(draft: Draft, node: ts.Node, parent: ts.Node): Role | null {
  const { compiler } = draft;
  if (compiler.isVariableDeclaration(parent)) return 'followed';
  if (compiler.isPropertyDeclaration(parent)) return roleInField(draft, node, parent);
  const isHead = compiler.isParameter(parent) || compiler.isBindingElement(parent);
  if (isHead) return parent.initializer === node ? 'followed' : 'harmless';
  return isNamedIn(compiler, parent) ? 'harmless' : null;
}

/** Where an identifier is a name, or an expression stands in a head, and no value goes anywhere. */
const isNamedIn = byKind(
  (compiler, node) =>
    compiler.isComputedPropertyName(node) ||
    compiler.isHeritageClause(node) ||
    compiler.isDecorator(node) ||
    compiler.isEnumMember(node) ||
    compiler.isExportSpecifier(node) ||
    compiler.isImportSpecifier(node) ||
    compiler.isTypeNode(node) ||
    compiler.isFunctionLike(node) ||
    compiler.isClassLike(node) ||
    compiler.isEntityName(node),
);

function roleInField(draft: Draft, node: ts.Node, field: ts.PropertyDeclaration): Role {
  if (field.initializer !== node) return 'harmless';
  return isPlainClass(draft, field.parent) ? 'followed' : 'assign';
}

/** The first line of a long expression is where one looks. */
function shortened(draft: Draft, span: Span): Span {
  const [start, end] = span;
  const line = draft.parsed.source.text.slice(start, end).indexOf('\n');
  return line < 0 ? span : [start, start + line];
}
