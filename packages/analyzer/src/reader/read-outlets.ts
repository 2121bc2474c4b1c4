import type { Outlet, Span } from '../model/facts.js';
import type { ts } from '../compiler.js';
import { enclosingFunction, spanOf, type Draft } from './draft.js';

/** What the place of an expression does with its value: followed by other facts, of no interest, or a way out. */
type Role = 'followed' | 'harmless' | Outlet['kind'];

/**
 * Notes a value that leaves what the facts follow. Whatever is not known to be followed or harmless counts as a way
 * out: that nothing is lost in silence rests on this.
 */
export function readOutlet(draft: Draft, node: ts.Expression): void {
  if (!mayCarry(draft, node)) return;
  const kind = roleOf(draft, node);
  if (kind === 'followed' || kind === 'harmless') return;
  const span = spanOf(draft, node);
  const value = draft.lower(node);
  draft.outlets.push({ kind, value, span: shortened(draft, span), function: enclosingFunction(draft, node) });
}

/** Only what stands for a value of its own: names, properties, calls, objects, lists and choices between them. */
function mayCarry(draft: Draft, node: ts.Expression): boolean {
  const { compiler } = draft;
  if (compiler.isIdentifier(node)) return isValueName(draft, node);
  return (
    compiler.isPropertyAccessExpression(node) ||
    compiler.isElementAccessExpression(node) ||
    compiler.isCallExpression(node) ||
    compiler.isNewExpression(node) ||
    compiler.isObjectLiteralExpression(node) ||
    compiler.isArrayLiteralExpression(node) ||
    compiler.isConditionalExpression(node) ||
    compiler.isBinaryExpression(node) ||
    compiler.isTemplateExpression(node)
  );
}

/** Names of declarations, properties and labels are identifiers too, but no values. */
function isValueName(draft: Draft, node: ts.Identifier): boolean {
  const { compiler } = draft;
  const { parent } = node;
  if (compiler.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (compiler.isPropertyAssignment(parent)) return parent.initializer === node;
  if (compiler.isVariableDeclaration(parent) || compiler.isParameter(parent))
    return parent.initializer === node;
  if (compiler.isBindingElement(parent)) return parent.initializer === node;
  return compiler.isExpression(parent) || compiler.isStatement(parent) || isMarkup(draft, parent);
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
  if (isWrapper(compiler, parent)) return 'followed';
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

/** What stands for its own operand: the wrapper is looked at instead. */
function isWrapper(compiler: Draft['compiler'], node: ts.Node): boolean {
  return (
    compiler.isParenthesizedExpression(node) ||
    compiler.isAwaitExpression(node) ||
    compiler.isAsExpression(node) ||
    compiler.isSatisfiesExpression(node) ||
    compiler.isNonNullExpression(node) ||
    compiler.isTypeAssertionExpression(node) ||
    compiler.isExpressionWithTypeArguments(node)
  );
}

function roleInExpression(draft: Draft, node: ts.Node, parent: ts.Node): Role | null {
  const { compiler } = draft;
  if (compiler.isBinaryExpression(parent)) return roleInBinary(draft, node, parent);
  if (compiler.isYieldExpression(parent))
    return parent.asteriskToken === undefined ? 'yield' : 'yield-all';
  if (compiler.isSpreadElement(parent) || compiler.isSpreadAssignment(parent)) return 'followed';
  if (compiler.isArrowFunction(parent)) return parent.body === node ? 'return' : null;
  if (compiler.isTaggedTemplateExpression(parent)) return parent.tag === node ? 'harmless' : 'tag';
  if (compiler.isTemplateSpan(parent)) return isTagged(draft, parent) ? 'tag' : 'followed';
  if (
    compiler.isPropertyAccessExpression(parent) ||
    compiler.isElementAccessExpression(parent) ||
    compiler.isCallExpression(parent) ||
    compiler.isNewExpression(parent) ||
    compiler.isObjectLiteralExpression(parent) ||
    compiler.isPropertyAssignment(parent) ||
    compiler.isShorthandPropertyAssignment(parent) ||
    compiler.isArrayLiteralExpression(parent) ||
    compiler.isConditionalExpression(parent)
  )
    return 'followed';
  const isUnary =
    compiler.isPrefixUnaryExpression(parent) ||
    compiler.isPostfixUnaryExpression(parent) ||
    compiler.isTypeOfExpression(parent) ||
    compiler.isVoidExpression(parent) ||
    compiler.isDeleteExpression(parent);
  return isUnary ? 'harmless' : null;
}

function isTagged(draft: Draft, span: ts.TemplateSpan): boolean {
  return draft.compiler.isTaggedTemplateExpression(span.parent.parent);
}

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

/** Variables of the file, their properties, fields of `this`, and exports: these writes are facts of their own. */
function isFollowedTarget(draft: Draft, target: ts.Expression): boolean {
  const { compiler } = draft;
  if (compiler.isIdentifier(target)) return draft.lower(target).kind === 'name';
  if (!compiler.isPropertyAccessExpression(target)) return false;
  const owner = target.expression;
  if (owner.kind === compiler.SyntaxKind.ThisKeyword) return true;
  if (!compiler.isIdentifier(owner)) return false;
  return owner.text === 'exports' || owner.text === 'module' || isMadeHere(draft, owner);
}

/** An object that the file makes itself. One that came from elsewhere is seen by others too. */
function isMadeHere(draft: Draft, owner: ts.Identifier): boolean {
  const name = draft.lower(owner);
  if (name.kind !== 'name') return false;
  const value = draft.bindings[name.binding]?.value ?? null;
  if (value === null || value.kind === 'object' || value.kind === 'array' || value.kind === 'absent') return true;
  return value.kind === 'call' && draft.calls[value.call]?.isNew === true;
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
  return compiler.isExportAssignment(parent) ? 'followed' : null;
}

function roleInDeclaration(draft: Draft, node: ts.Node, parent: ts.Node): Role | null {
  const { compiler } = draft;
  if (compiler.isVariableDeclaration(parent)) return hasRest(draft, parent.name) ? 'other' : 'followed';
  const isHead =
    compiler.isParameter(parent) || compiler.isBindingElement(parent) || compiler.isPropertyDeclaration(parent);
  if (isHead) return parent.initializer === node ? 'followed' : 'harmless';
  const isName =
    compiler.isComputedPropertyName(parent) ||
    compiler.isHeritageClause(parent) ||
    compiler.isDecorator(parent) ||
    compiler.isEnumMember(parent) ||
    compiler.isExportSpecifier(parent) ||
    compiler.isImportSpecifier(parent) ||
    compiler.isTypeNode(parent) ||
    compiler.isFunctionLike(parent) ||
    compiler.isClassLike(parent) ||
    compiler.isEntityName(parent);
  return isName ? 'harmless' : null;
}

/** `const [first, ...others] = list`: the rest of a list is not followed. */
function hasRest(draft: Draft, name: ts.BindingName): boolean {
  const { compiler } = draft;
  if (!compiler.isArrayBindingPattern(name)) return false;
  return name.elements.some((one) => compiler.isBindingElement(one) && one.dotDotDotToken !== undefined);
}

/** The first line of a long expression is where one looks. */
function shortened(draft: Draft, [start, end]: Span): Span {
  const line = draft.parsed.source.text.slice(start, end).indexOf('\n');
  return line < 0 ? [start, end] : [start, start + line];
}
