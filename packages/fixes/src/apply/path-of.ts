import { Node, type Expression } from 'ts-morph';
import type { SeenRead } from '../model/operation.js';
import { declarationOf } from './declaration-of.js';
import { catalogName } from './spelling.js';

/**
 * The part of an answer that an expression stands for, as far as the flow and the syntax tell: `data.orders[]` for one
 * order, `data.orders` for the list of them. Null where neither does.
 */
export type PathOf = (node: Node) => string | null;

/** Names lead to names; after that many steps nobody would follow by eye either. */
const mostSteps = 20;

/** `parts` are known to flow in: where nothing else is known, the property of that name is the part. */
export function createPathOf(reads: readonly SeenRead[], parts: readonly string[]): PathOf {
  const byRange = new Map(reads.map(({ range, path }) => [range.join(), path]));
  const readAt = (node: Node): string | null => byRange.get([node.getStart(), node.getEnd()].join()) ?? null;
  const byName = (name: string): string | null => {
    const lists = new Set(parts.map((path) => path.replace(/\[\]$/, '')));
    const [named, ...others] = [...lists].filter((path) => path.endsWith(`.${name}`));
    return others.length === 0 ? (named ?? null) : null;
  };
  return (node) => pathOf(node, { readAt, byName, steps: mostSteps });
}

interface Known {
  readonly readAt: (node: Node) => string | null;
  readonly byName: (name: string) => string | null;
  readonly steps: number;
}

function pathOf(node: Node, known: Known): string | null {
  if (known.steps === 0) return null;
  const next = { ...known, steps: known.steps - 1 };
  const read = known.readAt(node);
  // What is asked for by the name of a list is the list.
  if (read !== null) return read.replace(/\[\]$/, '');
  const inner = insideOf(node);
  if (inner !== null) return pathOf(inner, next);
  if (Node.isPropertyAccessExpression(node))
    return ofProperty(node.getExpression(), node.getName(), next) ?? byUsage(node, known);
  if (Node.isElementAccessExpression(node))
    return ofElement(node.getExpression(), node.getArgumentExpression(), next) ?? byUsage(node, known);
  if (Node.isCallExpression(node)) return ofCall(node, next);
  if (Node.isBinaryExpression(node)) return ofFallback(node, next);
  if (Node.isIdentifier(node)) return ofName(node, next) ?? byUsage(node, known);
  if (Node.isBindingElement(node)) return ofBinding(node, next);
  return null;
}

function ofProperty(object: Node, name: string, known: Known): string | null {
  const written = catalogName(name);
  return below(pathOf(object, known), `.${written}`) ?? known.byName(written);
}

function below(path: string | null, name: string): string | null {
  return path === null ? null : path + name;
}

/** What an expression is but for its form: brackets and casts. */
function insideOf(node: Node): Expression | null {
  if (
    Node.isParenthesizedExpression(node) ||
    Node.isAsExpression(node) ||
    Node.isSatisfiesExpression(node) ||
    Node.isNonNullExpression(node)
  )
    return node.getExpression();
  return null;
}

/** `data?.returns ?? data?.return_orders ?? []`: whichever of them the flow knows. */
function ofFallback(node: Node, known: Known): string | null {
  if (!Node.isBinaryExpression(node) || !['??', '||'].includes(node.getOperatorToken().getText()))
    return null;
  return pathOf(node.getLeft(), known) ?? pathOf(node.getRight(), known);
}

function ofElement(object: Node, key: Node | undefined, known: Known): string | null {
  if (Node.isStringLiteral(key)) return ofProperty(object, key.getLiteralValue(), known);
  return Node.isNumericLiteral(key) ? itemOf(pathOf(object, known)) : null;
}

/** A record has no items; a path that ends in `[]` is one already. */
function itemOf(list: string | null): string | null {
  return list === null || list.endsWith('[]') ? null : `${list}[]`;
}

const givesItem: ReadonlySet<string> = new Set(['at', 'find', 'findLast', 'pop', 'shift']);
const givesList: ReadonlySet<string> = new Set([
  'filter',
  'slice',
  'reverse',
  'sort',
  'toSorted',
  'toReversed',
]);

function ofCall(node: Node, known: Known): string | null {
  if (!Node.isCallExpression(node)) return null;
  const callee = node.getExpression();
  if (!Node.isPropertyAccessExpression(callee)) return null;
  const object = pathOf(callee.getExpression(), known);
  if (givesList.has(callee.getName())) return object;
  return givesItem.has(callee.getName()) ? itemOf(object) : null;
}

function ofName(node: Node, known: Known): string | null {
  const declaration = declarationOf(node);
  if (declaration === null) return null;
  const read = known.readAt(declaration);
  if (read !== null) return read.replace(/\[\]$/, '');
  if (Node.isBindingElement(declaration)) return ofBinding(declaration, known);
  if (Node.isParameterDeclaration(declaration)) return ofParameter(declaration, known);
  if (!Node.isVariableDeclaration(declaration)) return null;
  const loop = declaration.getParent().getParent();
  if (Node.isForOfStatement(loop)) return itemOf(pathOf(loop.getExpression(), known));
  const initializer = declaration.getInitializer();
  return initializer === undefined ? null : pathOf(initializer, known);
}

function ofBinding(node: Node, known: Known): string | null {
  if (!Node.isBindingElement(node)) return null;
  const read = known.readAt(node.getNameNode());
  if (read !== null) return read.replace(/\[\]$/, '');
  const pattern = node.getParent();
  const whole = ofPattern(pattern.getParent(), known);
  if (node.getDotDotDotToken() !== undefined) return Node.isObjectBindingPattern(pattern) ? whole : null;
  if (Node.isArrayBindingPattern(pattern)) return itemOf(whole);
  const name = node.getPropertyNameNode() ?? node.getNameNode();
  if (!Node.isIdentifier(name)) return null;
  const written = catalogName(name.getText());
  return below(whole, `.${written}`) ?? known.byName(written);
}

/** What a pattern takes apart. */
function ofPattern(owner: Node, known: Known): string | null {
  if (Node.isBindingElement(owner)) return ofBinding(owner, known);
  if (Node.isParameterDeclaration(owner)) return ofParameter(owner, known);
  if (!Node.isVariableDeclaration(owner)) return null;
  const loop = owner.getParent().getParent();
  if (Node.isForOfStatement(loop)) return itemOf(pathOf(loop.getExpression(), known));
  const initializer = owner.getInitializer();
  return initializer === undefined ? null : pathOf(initializer, known);
}

const callsBack: ReadonlySet<string> = new Set([
  ...['map', 'forEach', 'filter', 'find', 'findLast', 'some', 'every', 'flatMap', 'findIndex'],
]);

/** The first parameter of what a list calls back is one of its items. */
function ofParameter(node: Node, known: Known): string | null {
  const callback = node.getParent();
  const call = callback?.getParent();
  if (!Node.isArrowFunction(callback) && !Node.isFunctionExpression(callback)) return null;
  if (!Node.isCallExpression(call) || call.getArguments()[0] !== callback) return null;
  if (callback.getParameters()[0] !== node) return null;
  const callee = call.getExpression();
  if (!Node.isPropertyAccessExpression(callee) || !callsBack.has(callee.getName())) return null;
  return itemOf(pathOf(callee.getExpression(), known));
}

/** The flow saw `order.id` being read as `data.orders[].id`, so `order` is one of them, here as there. */
function byUsage(node: Node, { readAt }: Known): string | null {
  const text = node.getText();
  const declaration = rootDeclaration(node);
  const accesses = node
    .getSourceFile()
    .getDescendants()
    .filter((one) => Node.isPropertyAccessExpression(one) && one.getExpression().getText() === text);
  for (const access of accesses) {
    const read = readAt(access);
    const name = Node.isPropertyAccessExpression(access) ? catalogName(access.getName()) : '';
    const tail = [`.${name}`, `.${name}[]`].find((one) => read?.endsWith(one) === true);
    if (read === null || tail === undefined) continue;
    if (declaration !== null && rootDeclaration(access) === declaration) return read.slice(0, -tail.length);
  }
  return null;
}

function rootDeclaration(node: Node): Node | null {
  if (Node.isIdentifier(node)) return declarationOf(node);
  if (
    Node.isPropertyAccessExpression(node) ||
    Node.isElementAccessExpression(node) ||
    Node.isNonNullExpression(node) ||
    Node.isParenthesizedExpression(node)
  )
    return rootDeclaration(node.getExpression());
  return null;
}
