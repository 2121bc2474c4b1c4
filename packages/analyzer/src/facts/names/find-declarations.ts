import type { Compiler, ts } from '../../compiler/compiler.js';
import type { Declared, Meaning, Scopes } from './declare-names.js';
import { byKind } from '../by-kind.js';
import { isFunction } from '../node-kinds.js';

/**
 * The declarations in this file of the name that an identifier refers to, in the order of the source. Empty when the
 * file does not declare it, and for identifiers that refer to nothing, such as the name of a property.
 */
export function findDeclarations(
  compiler: Compiler,
  scopes: Scopes,
  node: ts.Identifier,
): readonly Declared[] {
  const meanings = meaningsOf(compiler, node);
  if (meanings.length === 0) return [];
  let below: ts.Node = isNameOf(node, node.parent) ? node.parent : node;
  let at = below.parent as ts.Node | undefined;
  while (at !== undefined) {
    const declared = scopes.get(at)?.get(node.text);
    if (declared !== undefined) {
      const seen = seenFrom(compiler, below, at, declared);
      if (areMeant(seen, meanings)) return seen;
    }
    if (node.text === 'arguments' && isFunction(compiler, at) && !compiler.isArrowFunction(at)) return [];
    below = compiler.isDecorator(at) ? decoratedBy(compiler, at) : at;
    at = below.parent;
  }
  return [];
}

/** Asked of every name of every file: plain loops make nothing that has to be thrown away. */
function areMeant(seen: readonly Declared[], meanings: readonly Meaning[]): boolean {
  for (const one of seen) for (const meaning of one.meanings) if (meanings.includes(meaning)) return true;
  return false;
}

const values: readonly Meaning[] = ['value'];
const types: readonly Meaning[] = ['type'];
const namespaces: readonly Meaning[] = ['namespace'];
const anything: readonly Meaning[] = ['value', 'type', 'namespace'];
const nothing: readonly Meaning[] = [];

/** What the place of a name asks for: the same name may be a type and a value. */
function meaningsOf(compiler: Compiler, node: ts.Identifier): readonly Meaning[] {
  const { parent } = node;
  if (compiler.isShorthandPropertyAssignment(parent)) return values;
  if (compiler.isExportSpecifier(parent) || compiler.isExportAssignment(parent)) return anything;
  if (isNameOf(node, parent)) return isValueDeclaration(compiler, parent) ? values : nothing;
  if (compiler.isImportEqualsDeclaration(parent)) return anything;
  if (compiler.isTypeReferenceNode(parent)) return types;
  if (compiler.isQualifiedName(parent))
    return parent.left === node ? ownerMeanings(compiler, parent) : nothing;
  return isPropertyOrLabel(node) || isElementOfMarkup(compiler, node) ? nothing : values;
}

/** In `Api.Order` a namespace; in `typeof client.orders` a value. */
function ownerMeanings(compiler: Compiler, name: ts.QualifiedName): readonly Meaning[] {
  if (compiler.isQualifiedName(name.parent)) return ownerMeanings(compiler, name.parent);
  return compiler.isTypeQueryNode(name.parent) ? values : namespaces;
}

function isNameOf(node: ts.Identifier, parent: ts.Node): boolean {
  return (parent as { readonly name?: ts.Node }).name === node;
}

/** `{ name: local }` in a pattern, `import { name as local }`, `break label`. */
function isPropertyOrLabel(node: ts.Identifier): boolean {
  const parent = node.parent as { readonly propertyName?: ts.Node; readonly label?: ts.Node };
  return parent.propertyName === node || parent.label === node;
}

/** `<form>` is an element of the page, whatever variables there are; `<Form>` is a component. */
function isElementOfMarkup(compiler: Compiler, node: ts.Identifier): boolean {
  const { parent } = node;
  const isTag =
    compiler.isJsxOpeningElement(parent) ||
    compiler.isJsxSelfClosingElement(parent) ||
    compiler.isJsxClosingElement(parent);
  return isTag && parent.tagName === node && /^[a-z]|-/.test(node.text);
}

/** Of several declarations of one name the one that gives it its value: the function with a body, else the first value. */
export function valueAmong(
  compiler: Compiler,
  declarations: readonly Pick<Declared, 'node'>[],
): ts.Node | null {
  let first: ts.Node | null = null;
  for (const { node } of declarations) {
    if (!isValueDeclaration(compiler, node)) continue;
    if (compiler.isFunctionDeclaration(node) && node.body !== undefined) return node;
    first ??= node;
  }
  return first;
}

/** Whether a declaration gives its name to a value of its own, and not to a type. */
const isValueDeclaration = byKind(
  (compiler, node) =>
    compiler.isVariableDeclaration(node) ||
    compiler.isBindingElement(node) ||
    compiler.isParameter(node) ||
    compiler.isFunctionDeclaration(node) ||
    compiler.isFunctionExpression(node) ||
    compiler.isClassLike(node) ||
    compiler.isEnumDeclaration(node) ||
    compiler.isModuleDeclaration(node) ||
    compiler.isImportClause(node) ||
    compiler.isImportSpecifier(node) ||
    compiler.isNamespaceImport(node) ||
    compiler.isImportEqualsDeclaration(node),
);

/**
 * Of what a node declares for its inside, that which the part below sees: the head of a function does not see its body,
 * and a computed name does not see the parameters either.
 */
function seenFrom(
  compiler: Compiler,
  below: ts.Node,
  at: ts.Node,
  declared: readonly Declared[],
): readonly Declared[] {
  if (declared.length === 0 || !isFunction(compiler, at)) return declared;
  const { body, name } = at;
  if (body === undefined || below === body) return declared;
  if (below === name) return [];
  return declared.every(({ node }) => node.pos < body.pos)
    ? declared
    : declared.filter(({ node }) => node.pos < body.pos);
}

/** A decorator stands in front of what it decorates, and outside; that of a parameter stands outside the function. */
function decoratedBy(compiler: Compiler, { parent }: ts.Decorator): ts.Node {
  return compiler.isParameter(parent) ? parent.parent : parent;
}
