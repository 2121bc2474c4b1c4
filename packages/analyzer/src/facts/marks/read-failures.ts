import type { ts } from '../../compiler/compiler.js';
import { spanOf, type Draft } from '../draft.js';

/** Properties that say how a request went, by being something else than these say. */
const outcomes = /^(?:code|status|statusCode|status_code|errcode|error_code|errorCode)$/;
/** Properties that are true, or there, when it went well. */
const successes =
  /^(?:ok|success|isOk|succeeded|data|orders|products|packages|list|access_?token|refresh_?token)$/i;

/** The branch of an `if` that is taken when a request has failed; what it answered then holds nobody's data. */
export function readFailure(draft: Draft, node: ts.IfStatement): void {
  const mood = moodOf(draft, node.expression);
  if (mood === 'failed') draft.failures.push(spanOf(draft, node.thenStatement));
  if (mood === 'went well' && node.elseStatement !== undefined)
    draft.failures.push(spanOf(draft, node.elseStatement));
}

/** What a condition says of a request when it holds; null when it says nothing sure. */
function moodOf(draft: Draft, node: ts.Expression): 'failed' | 'went well' | null {
  const { compiler } = draft;
  if (compiler.isParenthesizedExpression(node)) return moodOf(draft, node.expression);
  if (compiler.isPrefixUnaryExpression(node)) {
    if (node.operator !== compiler.SyntaxKind.ExclamationToken) return null;
    return turned(moodOf(draft, node.operand));
  }
  if (compiler.isBinaryExpression(node)) return moodOfTwo(draft, node);
  return lastName(draft, node, successes) ? 'went well' : null;
}

function moodOfTwo(draft: Draft, node: ts.BinaryExpression): 'failed' | 'went well' | null {
  const { SyntaxKind } = draft.compiler;
  const kind = node.operatorToken.kind;
  if (kind === SyntaxKind.BarBarToken || kind === SyntaxKind.AmpersandAmpersandToken) {
    const [left, right] = [moodOf(draft, node.left), moodOf(draft, node.right)];
    // `a || b` holds by either of them alone, `a && b` only by both.
    if (kind === SyntaxKind.BarBarToken) return left === right ? left : null;
    return left ?? right;
  }
  if (!lastName(draft, node.left, outcomes) && !lastName(draft, node.left, /^(?:ok|success)$/)) return null;
  return comparison(draft, node);
}

/** `code !== 0`, `status >= 400`, `ok === false` are failures; `code === 0`, `ok === true` are not. */
function comparison(draft: Draft, node: ts.BinaryExpression): 'failed' | 'went well' | null {
  const { SyntaxKind } = draft.compiler;
  const right = node.right.getText(draft.parsed.source);
  const isGood = /^(?:0|'0'|"0"|200|201|true|'success'|"success")$/.test(right);
  const isBad = right === 'false' || /^[45]\d\d$/.test(right);
  switch (node.operatorToken.kind) {
    case SyntaxKind.EqualsEqualsEqualsToken:
    case SyntaxKind.EqualsEqualsToken:
      return isGood ? 'went well' : isBad || /^[1-9]\d{3,}$/.test(right) ? 'failed' : null;
    case SyntaxKind.ExclamationEqualsEqualsToken:
    case SyntaxKind.ExclamationEqualsToken:
      return isGood ? 'failed' : null;
    case SyntaxKind.GreaterThanToken:
    case SyntaxKind.GreaterThanEqualsToken:
      return right === '0' || isBad ? 'failed' : null;
    default:
      return null;
  }
}

function turned(mood: 'failed' | 'went well' | null): 'failed' | 'went well' | null {
  if (mood === null) return null;
  return mood === 'failed' ? 'went well' : 'failed';
}

function lastName(draft: Draft, node: ts.Expression, names: RegExp): boolean {
  const { compiler } = draft;
  if (compiler.isIdentifier(node)) return names.test(node.text) && node.text !== 'data';
  if (compiler.isNonNullExpression(node)) return lastName(draft, node.expression, names);
  return compiler.isPropertyAccessExpression(node) && names.test(node.name.text);
}
