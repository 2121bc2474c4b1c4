import type { GuardedStretch } from '../../model/facts.js';
import type { ts } from '../../compiler/compiler.js';
import type { Draft } from '../draft.js';
import { constantOf } from '../names/constant-of.js';
import { listedTexts } from './listed-texts.js';

/** All of these hold. */
export type Conditions = readonly Omit<GuardedStretch, 'span'>[];

interface Sides {
  readonly whenTrue: Conditions;
  readonly whenFalse: Conditions;
}

const nothing: Sides = { whenTrue: [], whenFalse: [] };

/** What is sure of values when a condition holds, and when it does not, as far as it asks for texts or for being there. */
export function conditionsOf(draft: Draft, node: ts.Expression): Sides {
  const { compiler } = draft;
  if (compiler.isParenthesizedExpression(node)) return conditionsOf(draft, node.expression);
  if (compiler.isPrefixUnaryExpression(node))
    return node.operator === compiler.SyntaxKind.ExclamationToken
      ? turned(conditionsOf(draft, node.operand))
      : nothing;
  if (compiler.isBinaryExpression(node)) return ofTwo(draft, node);
  if (compiler.isCallExpression(node)) return ofList(draft, node);
  if (!isPlain(draft, node)) return nothing;
  const there = both({ value: draft.lower(node), equals: null, isNegated: false });
  return compiler.isIdentifier(node) ? beside(there, ofConstant(draft, node)) : there;
}

/** `const isRead = method === 'GET'`, asked later. What it was made of does not change: only parameters are asked for. */
function ofConstant(draft: Draft, name: ts.Identifier): Sides {
  const { compiler } = draft;
  const constant = constantOf(draft, name);
  const isCondition =
    constant !== null && (compiler.isBinaryExpression(constant) || compiler.isCallExpression(constant));
  return isCondition ? conditionsOf(draft, constant) : nothing;
}

function beside(one: Sides, other: Sides): Sides {
  return {
    whenTrue: [...one.whenTrue, ...other.whenTrue],
    whenFalse: [...one.whenFalse, ...other.whenFalse],
  };
}

function ofTwo(draft: Draft, node: ts.BinaryExpression): Sides {
  const { SyntaxKind } = draft.compiler;
  switch (node.operatorToken.kind) {
    case SyntaxKind.EqualsEqualsEqualsToken:
    case SyntaxKind.EqualsEqualsToken:
      return equality(draft, node);
    case SyntaxKind.ExclamationEqualsEqualsToken:
    case SyntaxKind.ExclamationEqualsToken:
      return turned(equality(draft, node));
    case SyntaxKind.AmpersandAmpersandToken:
      return all(conditionsOf(draft, node.left), conditionsOf(draft, node.right));
    case SyntaxKind.BarBarToken:
      return turned(all(turned(conditionsOf(draft, node.left)), turned(conditionsOf(draft, node.right))));
    default:
      return nothing;
  }
}

/** Both hold. That not both hold says something only where they ask for several texts of one value. */
function all(left: Sides, right: Sides): Sides {
  const [a, b] = [left.whenFalse, right.whenFalse];
  const [first, second] = [a[0], b[0]];
  const isOne = a.length === 1 && b.length === 1 && first !== undefined && second !== undefined;
  const merged = isOne ? merge(first, second) : null;
  return { whenTrue: [...left.whenTrue, ...right.whenTrue], whenFalse: merged === null ? [] : [merged] };
}

/** `a === 'x' || a === 'y'` as one condition. */
function merge(first: Conditions[number], second: Conditions[number]): Conditions[number] | null {
  if (first.equals === null || second.equals === null || first.isNegated || second.isNegated) return null;
  if (!isSameValue(first.value, second.value)) return null;
  return { ...first, equals: [...first.equals, ...second.equals] };
}

function isSameValue(a: Conditions[number]['value'], b: Conditions[number]['value']): boolean {
  const plain = (value: typeof a): string =>
    JSON.stringify(value, (name, part: unknown) => (name === 'span' || name === 'at' ? undefined : part));
  return plain(a) === plain(b);
}

function equality(draft: Draft, { left, right }: ts.BinaryExpression): Sides {
  if (isText(draft, right) && isAskable(draft, left)) return equals(draft, left, [right]);
  if (isText(draft, left) && isAskable(draft, right)) return equals(draft, right, [left]);
  return ofTruth(draft, left, right);
}

/** `write === true`. That it is not `true` says nothing: it may be a text. */
function ofTruth(draft: Draft, value: ts.Expression, truth: ts.Expression): Sides {
  const { TrueKeyword, FalseKeyword } = draft.compiler.SyntaxKind;
  const isTruth = truth.kind === TrueKeyword || truth.kind === FalseKeyword;
  if (!isTruth || !isPlain(draft, value)) return nothing;
  const isNegated = truth.kind === FalseKeyword;
  return { whenTrue: [{ value: draft.lower(value), equals: null, isNegated }], whenFalse: [] };
}

/** `['POST', 'PUT'].includes(method)`, `kinds.has(kind)`. */
function ofList(draft: Draft, node: ts.CallExpression): Sides {
  const { compiler } = draft;
  const [asked] = node.arguments;
  if (!compiler.isPropertyAccessExpression(node.expression) || asked === undefined) return nothing;
  const { name, expression } = node.expression;
  if (!/^(?:includes|has)$/.test(name.text) || !isAskable(draft, asked)) return nothing;
  const texts = listedTexts(draft, expression);
  return texts === null ? nothing : equals(draft, asked, texts);
}

function equals(draft: Draft, value: ts.Expression, texts: readonly ts.Expression[]): Sides {
  return both({
    value: draft.lower(value),
    equals: texts.map((text) => draft.lower(text)),
    isNegated: false,
  });
}

function both(condition: Conditions[number]): Sides {
  return { whenTrue: [condition], whenFalse: [{ ...condition, isNegated: !condition.isNegated }] };
}

function turned({ whenTrue, whenFalse }: Sides): Sides {
  return { whenTrue: whenFalse, whenFalse: whenTrue };
}

function isText({ compiler }: Draft, node: ts.Node): boolean {
  return compiler.isStringLiteralLike(node);
}

/** A name, a property of one, or one of these in another case: `options.method.toUpperCase()`. */
function isAskable(draft: Draft, node: ts.Expression): boolean {
  const { compiler } = draft;
  if (compiler.isCallExpression(node))
    return (
      node.arguments.length === 0 &&
      compiler.isPropertyAccessExpression(node.expression) &&
      /^(?:to(?:Locale)?(?:Upper|Lower)Case|trim)$/.test(node.expression.name.text) &&
      isAskable(draft, node.expression.expression)
    );
  return isPlain(draft, node);
}

function isPlain({ compiler }: Draft, node: ts.Expression): boolean {
  let at = node;
  while (compiler.isPropertyAccessExpression(at) || compiler.isNonNullExpression(at)) at = at.expression;
  return compiler.isIdentifier(at);
}
