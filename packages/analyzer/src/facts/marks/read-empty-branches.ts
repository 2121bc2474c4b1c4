import type { ts } from '../../compiler/compiler.js';
import { spanOf, type Draft } from '../draft.js';

/** A list that a condition asks about, and whether it is empty when the condition holds or when it does not. */
interface Emptiness {
  readonly list: ts.Expression;
  readonly when: boolean;
}

/** The branch of an `if` that is taken when a list is empty: what a request answered then holds nobody's data. */
export function readEmptyBranch(draft: Draft, node: ts.IfStatement): void {
  for (const { list, when } of emptinessIn(draft, node.expression)) {
    const branch = when ? node.thenStatement : node.elseStatement;
    if (branch !== undefined)
      draft.emptyBranches.push({ list: draft.lower(list), span: spanOf(draft, branch) });
  }
}

/** What a condition says of lists for sure. */
function emptinessIn(draft: Draft, node: ts.Expression): readonly Emptiness[] {
  const { compiler } = draft;
  if (compiler.isParenthesizedExpression(node)) return emptinessIn(draft, node.expression);
  if (compiler.isPrefixUnaryExpression(node))
    return node.operator === compiler.SyntaxKind.ExclamationToken
      ? emptinessIn(draft, node.operand).map(({ list, when }) => ({ list, when: !when }))
      : [];
  if (compiler.isBinaryExpression(node)) return emptinessInTwo(draft, node);
  const list = listOfLength(draft, node);
  return list === null ? [] : [{ list, when: false }];
}

function emptinessInTwo(draft: Draft, node: ts.BinaryExpression): readonly Emptiness[] {
  const { SyntaxKind } = draft.compiler;
  const kind = node.operatorToken.kind;
  const isAnd = kind === SyntaxKind.AmpersandAmpersandToken;
  if (!isAnd && kind !== SyntaxKind.BarBarToken) return comparison(draft, node);
  const right = emptinessIn(draft, node.right);
  // `!list || list.length === 0` and `list && list.length > 0` ask whether there is a list at all.
  if (right.some(({ list, when }) => when !== isAnd && asksFor(draft, node.left, list, isAnd))) return right;
  // `a && b` holds by both: either is sure when it holds. `a || b` fails by both.
  return [...emptinessIn(draft, node.left), ...right].filter(({ when }) => when === isAnd);
}

/** Whether a condition is the list itself, or its negation. */
function asksFor(draft: Draft, node: ts.Expression, list: ts.Expression, isPlain: boolean): boolean {
  const { compiler, parsed } = draft;
  const asked = isPlain ? node : compiler.isPrefixUnaryExpression(node) ? node.operand : null;
  return asked?.getText(parsed.source) === list.getText(parsed.source);
}

/** `list.length === 0`, `list.length < 1`, `list.length > 0` and the like. */
function comparison(draft: Draft, node: ts.BinaryExpression): readonly Emptiness[] {
  const list = listOfLength(draft, node.left);
  if (list === null) return [];
  const number = node.right.getText(draft.parsed.source);
  const said = `${node.operatorToken.getText(draft.parsed.source)} ${number}`;
  if (/^(?:={2,3} 0|< 1|<= 0)$/.test(said)) return [{ list, when: true }];
  return /^(?:!={1,2} 0|> 0|>= 1)$/.test(said) ? [{ list, when: false }] : [];
}

function listOfLength({ compiler }: Draft, node: ts.Expression): ts.Expression | null {
  return compiler.isPropertyAccessExpression(node) && node.name.text === 'length' ? node.expression : null;
}
