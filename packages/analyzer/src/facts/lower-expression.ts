import type { Entry, Expression, Item } from '../model/facts.js';
import type { ts } from '../compiler/compiler.js';
import {
  enclosingFunction,
  noteImport,
  propertyName,
  sharedSpan,
  shortText,
  spanOf,
  unknown,
  type CallDraft,
  type Draft,
  type ObjectDraft,
} from './draft.js';
import { awaitedBody, isAwaitingYield, moduleHandedThrough, restTaken } from './compiled-code.js';
import { lowerConditional } from './lower-condition.js';
import { lowerTagCall } from './lower-tag-call.js';
import { isWrapper } from './node-kinds.js';
import { resolveName } from './names/resolve-name.js';

/** An expression as facts say it. Every node is lowered once, so a call is one fact however often it is asked for. */
export function lowerExpression(draft: Draft, node: ts.Expression): Expression {
  const known = draft.expressionOf.get(node);
  if (known !== undefined) return known;
  const lowered = lower(draft, node);
  draft.expressionOf.set(node, lowered);
  return lowered;
}

function lower(draft: Draft, node: ts.Expression): Expression {
  if (draft.compiler.isIdentifier(node)) return resolveName(draft, node);
  if (isWrapper(draft.compiler, node)) return draft.lower(node.expression);
  if (isAwaitingYield(draft, node) && node.expression !== undefined) return draft.lower(node.expression);
  return (
    lowerSimple(draft, node) ??
    lowerCompound(draft, node) ??
    lowerKeyword(draft, node) ??
    unknown(draft, node, `\`${shortText(draft, node)}\` is worked out at run time`)
  );
}

function lowerSimple(draft: Draft, node: ts.Expression): Expression | null {
  const { compiler } = draft;
  if (compiler.isStringLiteralLike(node) || compiler.isNumericLiteral(node)) {
    return { kind: 'text', text: node.text, span: spanOf(draft, node) };
  }
  if (isNegative(compiler, node))
    return { kind: 'text', text: `-${node.operand.text}`, span: spanOf(draft, node) };
  if (compiler.isRegularExpressionLiteral(node)) return lowerPattern(node);
  if (compiler.isPropertyAccessExpression(node)) {
    return {
      kind: 'member',
      object: draft.lower(node.expression),
      name: node.name.text,
      span: spanOf(draft, node),
    };
  }
  if (compiler.isElementAccessExpression(node)) return lowerItem(draft, node);
  if (compiler.isArrowFunction(node) || compiler.isFunctionExpression(node)) {
    return { kind: 'function', function: draft.registerFunction(node) };
  }
  return compiler.isClassExpression(node) ? { kind: 'class', class: draft.registerClass(node) } : null;
}

function lowerCompound(draft: Draft, node: ts.Expression): Expression | null {
  const { compiler } = draft;
  if (compiler.isTemplateExpression(node)) return lowerTemplate(draft, node);
  if (compiler.isTaggedTemplateExpression(node)) return lowerTagged(draft, node);
  if (compiler.isCallExpression(node) || compiler.isNewExpression(node)) return lowerCall(draft, node);
  if (compiler.isBinaryExpression(node)) return lowerBinary(draft, node);
  if (compiler.isConditionalExpression(node)) return lowerConditional(draft, node);
  if (compiler.isObjectLiteralExpression(node)) return lowerObject(draft, node);
  if (compiler.isTypeOfExpression(node)) return { kind: 'typeof', of: draft.lower(node.expression) };
  return compiler.isArrayLiteralExpression(node) ? lowerArray(draft, node) : null;
}

function lowerKeyword(draft: Draft, node: ts.Expression): Expression | null {
  const { SyntaxKind } = draft.compiler;
  switch (node.kind) {
    case SyntaxKind.ThisKeyword:
      return { kind: 'this', at: node.getStart(draft.parsed.source) };
    case SyntaxKind.SuperKeyword:
      return { kind: 'super' };
    case SyntaxKind.NullKeyword:
      return { kind: 'absent', literal: 'null' };
    case SyntaxKind.TrueKeyword:
      return { kind: 'unknown', reason: trueReason, span: spanOf(draft, node), literal: 'true' };
    case SyntaxKind.FalseKeyword:
      return { kind: 'unknown', reason: falseReason, span: spanOf(draft, node), literal: 'false' };
    case SyntaxKind.MetaProperty:
      return { kind: 'global', name: 'import.meta' };
    default:
      return null;
  }
}

const trueReason = '`true` is worked out at run time';
const falseReason = '`false` is worked out at run time';

/** `-4`: a number with its sign. */
function isNegative(
  compiler: Draft['compiler'],
  node: ts.Expression,
): node is ts.PrefixUnaryExpression & { readonly operand: ts.NumericLiteral } {
  return (
    compiler.isPrefixUnaryExpression(node) &&
    node.operator === compiler.SyntaxKind.MinusToken &&
    compiler.isNumericLiteral(node.operand)
  );
}

function lowerPattern(node: ts.RegularExpressionLiteral): Expression {
  const end = node.text.lastIndexOf('/');
  return { kind: 'pattern', source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
}

function lowerTemplate(draft: Draft, node: ts.TemplateExpression): Expression {
  const parts: Expression[] = [templateText(draft, node.head)];
  for (const span of node.templateSpans) {
    parts.push(draft.lower(span.expression), templateText(draft, span.literal));
  }
  return { kind: 'concat', parts: parts.filter((part) => !isEmptyText(part)), span: spanOf(draft, node) };
}

/** A fixed part of a template; its span leaves out the marks around it, so that only text is pointed at. */
function templateText(draft: Draft, node: ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail): Expression {
  const [start, end] = spanOf(draft, node);
  const behind = node.kind === draft.compiler.SyntaxKind.TemplateTail ? 1 : 2;
  return { kind: 'text', text: node.text, span: [start + 1, end - behind] };
}

function isEmptyText(part: Expression): boolean {
  return part.kind === 'text' && part.text === '';
}

/** `String.raw` leaves the text alone; any other tag is called with it. */
function lowerTagged(draft: Draft, node: ts.TaggedTemplateExpression): Expression {
  if (node.tag.getText(draft.parsed.source) === 'String.raw') return draft.lower(node.template);
  return lowerTagCall(draft, node);
}

function lowerItem(draft: Draft, node: ts.ElementAccessExpression): Expression {
  const object = draft.lower(node.expression);
  const key = draft.lower(node.argumentExpression);
  const span = spanOf(draft, node);
  if (key.kind === 'text') return { kind: 'member', object, name: key.text, span };
  return { kind: 'item', object, key, span };
}

const notYet: Expression = { kind: 'absent' };

function lowerCall(draft: Draft, node: ts.CallExpression | ts.NewExpression): Expression {
  const { compiler } = draft;
  const first = node.arguments?.[0];
  if (first !== undefined && compiler.isCallExpression(node) && compiler.isStringLiteralLike(first)) {
    if (node.expression.kind === compiler.SyntaxKind.ImportKeyword) return importOf(draft, first.text);
    if (compiler.isIdentifier(node.expression) && node.expression.text === 'require') {
      // By name, declared or not: ES modules make their own with `createRequire`.
      return importOf(draft, first.text);
    }
  }
  const module = moduleHandedThrough(draft, node);
  if (module !== null) return draft.lower(module);
  const rest = restTaken(draft, node);
  if (rest !== null) return { ...rest, kind: 'rest', object: draft.lower(rest.object) };
  const body = awaitedBody(draft, node);
  const call = draft.calls.length;
  const span = spanOf(draft, node);
  const lowered: Expression = { kind: 'call', call };
  // Placed before its parts are lowered, so that numbers follow the source from the outside in.
  const fact: CallDraft = {
    callee: notYet,
    args: [],
    isNew: compiler.isNewExpression(node),
    isDecorator: compiler.isDecorator(node.parent),
    isTag: false,
    span,
    calleeSpan: span,
    function: enclosingFunction(draft, node),
    calleeText: shortText(draft, node.expression),
  };
  draft.calls.push(fact);
  draft.expressionOf.set(node, lowered);
  fact.callee = draft.lower(body ?? node.expression);
  fact.calleeSpan = sharedSpan(draft, node.expression, fact.callee);
  fact.args =
    body === null
      ? (node.arguments ?? []).map((arg, index) => lowerArgument(draft, arg, call, index))
      : handedToBody(draft, node.arguments?.[1]);
  return lowered;
}

/**
 * What an async function was handed, where its body asks for it: `__awaiter(this, arguments, void 0, …)`, and with parameters
 * that have defaults `__awaiter(this, [path_1, ...args_1], void 0, …)`.
 */
function handedToBody(draft: Draft, handed: ts.Expression | undefined): readonly Item[] {
  const { compiler } = draft;
  if (handed === undefined) return [];
  if (compiler.isIdentifier(handed)) return [{ value: draft.lower(handed), spread: true }];
  if (!compiler.isArrayLiteralExpression(handed)) return [];
  return handed.elements.map((one) =>
    compiler.isSpreadElement(one)
      ? { value: draft.lower(one.expression), spread: true }
      : { value: draft.lower(one), spread: false },
  );
}

function importOf(draft: Draft, module: string): Expression {
  noteImport(draft, module, '*');
  return { kind: 'import', module, name: '*' };
}

function lowerArgument(draft: Draft, arg: ts.Expression, call: number, index: number): Item {
  const { compiler } = draft;
  if (compiler.isSpreadElement(arg)) return { value: draft.lower(arg.expression), spread: true };
  const value = draft.lower(arg);
  if (value.kind === 'function') {
    const handed = draft.functions[value.function];
    if (handed !== undefined) handed.passedTo = { call, index };
  }
  return { value, spread: false };
}

function lowerBinary(draft: Draft, node: ts.BinaryExpression): Expression {
  const { SyntaxKind } = draft.compiler;
  const left = draft.lower(node.left);
  const right = draft.lower(node.right);
  const span = spanOf(draft, node);
  switch (node.operatorToken.kind) {
    case SyntaxKind.PlusToken:
      return { kind: 'concat', parts: [...partsOf(left), ...partsOf(right)], span };
    case SyntaxKind.BarBarToken:
      return isFalsy(left) ? right : { kind: 'fallback', value: left, otherwise: right };
    case SyntaxKind.QuestionQuestionToken:
    case SyntaxKind.BarBarEqualsToken:
    case SyntaxKind.QuestionQuestionEqualsToken:
      return { kind: 'fallback', value: left, otherwise: right };
    case SyntaxKind.AmpersandAmpersandToken:
    case SyntaxKind.CommaToken:
    case SyntaxKind.EqualsToken:
      return right;
    default:
      return lowerArithmetic(draft, node, left, right);
  }
}

/**
 * `60 * 60 * 24` is a number; of a difference it is kept what is taken off what: that is how code says an age, and a place
 * from the end of a text.
 */
function lowerArithmetic(
  draft: Draft,
  node: ts.BinaryExpression,
  left: Expression,
  right: Expression,
): Expression {
  const { SyntaxKind } = draft.compiler;
  const { kind } = node.operatorToken;
  const product = kind === SyntaxKind.AsteriskToken ? numberOf(left) * numberOf(right) : NaN;
  if (Number.isSafeInteger(product))
    return { kind: 'text', text: String(product), span: spanOf(draft, node) };
  const open = unknown(draft, node, `\`${shortText(draft, node)}\` is worked out at run time`);
  return kind === SyntaxKind.MinusToken && open.kind === 'unknown'
    ? { ...open, minus: right, from: left }
    : open;
}

function numberOf(expression: Expression): number {
  return expression.kind === 'text' ? Number(expression.text) : NaN;
}

/** `0 || value`, `false || value`, as they stand there. */
function isFalsy(expression: Expression): boolean {
  if (expression.kind === 'text') return expression.text === '0' || expression.text === '';
  return expression.kind === 'unknown' && expression.literal === 'false';
}

function partsOf(expression: Expression): readonly Expression[] {
  return expression.kind === 'concat' ? expression.parts : [expression];
}

function lowerObject(draft: Draft, node: ts.ObjectLiteralExpression): Expression {
  const object: ObjectDraft = { kind: 'object', entries: [], span: spanOf(draft, node) };
  // Methods ask for their object while it is being lowered.
  draft.expressionOf.set(node, object);
  object.entries = node.properties.map((property) => lowerProperty(draft, property));
  return object;
}

function lowerProperty(draft: Draft, property: ts.ObjectLiteralElementLike): Entry {
  const { compiler } = draft;
  if (compiler.isSpreadAssignment(property)) {
    return { key: null, value: draft.lower(property.expression), getter: false };
  }
  const key = propertyKey(draft, property.name);
  if (compiler.isPropertyAssignment(property)) {
    return { key, value: draft.lower(property.initializer), getter: false };
  }
  if (compiler.isShorthandPropertyAssignment(property)) {
    return { key, value: resolveName(draft, property.name), getter: false };
  }
  const value: Expression = { kind: 'function', function: draft.registerFunction(property) };
  return { key, value, getter: compiler.isGetAccessorDeclaration(property) };
}

function propertyKey(draft: Draft, name: ts.PropertyName): Expression {
  const text = propertyName(draft.compiler, name);
  if (text !== null) return { kind: 'text', text, span: spanOf(draft, name) };
  if (draft.compiler.isComputedPropertyName(name)) return draft.lower(name.expression);
  return unknown(draft, name, 'the name of the property is not known');
}

function lowerArray(draft: Draft, node: ts.ArrayLiteralExpression): Expression {
  const items = node.elements.map((element): Item =>
    draft.compiler.isSpreadElement(element)
      ? { value: draft.lower(element.expression), spread: true }
      : { value: draft.lower(element), spread: false },
  );
  return { kind: 'array', items, span: spanOf(draft, node) };
}
