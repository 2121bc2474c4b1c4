import type { Compiler, ts } from '../../compiler/compiler.js';
import { byKind } from '../by-kind.js';
import { isFunction, isTypeOnly } from '../node-kinds.js';

/** What a name may be asked for as. A class is both a value and a type; an import may be anything. */
export type Meaning = 'value' | 'type' | 'namespace';

export interface Declared {
  readonly node: ts.Node;
  readonly meanings: readonly Meaning[];
}

/** The names that a node declares for what stands inside it, each with its declarations in the order of the source. */
export type Scope = Map<string, Declared[]>;

/** The scopes of a file by the node that opens each. */
export type Scopes = ReadonlyMap<ts.Node, Scope>;

const asValue: readonly Meaning[] = ['value'];
const asType: readonly Meaning[] = ['type'];
const asClass: readonly Meaning[] = ['value', 'type'];
const asNamespace: readonly Meaning[] = ['value', 'namespace'];
const asAnything: readonly Meaning[] = ['value', 'type', 'namespace'];

/** Where a declaration goes: `var` to the function around it, everything else to the block around it. */
interface Around {
  readonly block: Scope;
  readonly function: Scope;
}

/** What one walk over a file carries along. */
interface Walk {
  readonly compiler: Compiler;
  readonly scopes: Map<ts.Node, Scope>;
  readonly file: Scope;
  /** What namespaces give out by the list of their declarations: a second part of a namespace sees the first one's. */
  readonly shared: Map<readonly Declared[], Scope>;
}

/** Finds every declaration of a file and the scope it belongs to, in one walk. Types are not looked into. */
export function declareNames(compiler: Compiler, source: ts.SourceFile): Scopes {
  const file: Scope = new Map();
  const walk: Walk = { compiler, scopes: new Map([[source, file]]), file, shared: new Map() };
  declareIn(walk, source, aroundAll(file));
  return walk.scopes;
}

/** Declares what stands in a node. One function visits all that share their scopes. */
function declareIn(walk: Walk, parent: ts.Node, around: Around): void {
  const { compiler } = walk;
  const visit = (node: ts.Node): void => {
    if (isTypeOnly(compiler, node)) return;
    if (mayDeclare(compiler, node)) declare(walk, node, around);
    if (isOfTypes(compiler, node)) return;
    const inside = openedBy(walk, node, around);
    if (inside === around) return compiler.forEachChild(node, visit);
    declareIn(walk, node, inside);
    if (compiler.isFunctionExpression(node) || compiler.isClassExpression(node))
      declareInside(node, inside.block);
  };
  compiler.forEachChild(parent, visit);
}

/** Everything that `declare` looks for. */
const mayDeclare = byKind(
  (compiler, node) =>
    compiler.isVariableDeclaration(node) ||
    compiler.isParameter(node) ||
    compiler.isFunctionDeclaration(node) ||
    compiler.isClassDeclaration(node) ||
    compiler.isEnumDeclaration(node) ||
    compiler.isModuleDeclaration(node) ||
    compiler.isEnumMember(node) ||
    compiler.isInterfaceDeclaration(node) ||
    compiler.isTypeAliasDeclaration(node) ||
    compiler.isTypeParameterDeclaration(node) ||
    compiler.isImportClause(node) ||
    compiler.isImportSpecifier(node) ||
    compiler.isNamespaceImport(node) ||
    compiler.isImportEqualsDeclaration(node),
);

/** The name of a function or class that is an expression is known inside it alone, unless it is declared there again. */
function declareInside(node: ts.FunctionExpression | ts.ClassExpression, scope: Scope): void {
  if (node.name !== undefined && !scope.has(node.name.text)) add(scope, node.name, node, asClass);
}

/** The parameters in these are names for the reader, not for the code. */
const isOfTypes = byKind(
  (compiler, node) =>
    compiler.isInterfaceDeclaration(node) ||
    compiler.isTypeAliasDeclaration(node) ||
    compiler.isIndexSignatureDeclaration(node),
);

function declare(walk: Walk, node: ts.Node, around: Around): void {
  const { compiler } = walk;
  if (compiler.isVariableDeclaration(node))
    return addPattern(walk, node.name, node, isBlockScoped(walk, node) ? around.block : around.function);
  if (compiler.isParameter(node)) return addPattern(walk, node.name, node, around.function);
  if (compiler.isFunctionDeclaration(node)) return addNamed(around.block, node, asValue);
  if (compiler.isClassDeclaration(node)) return addNamed(around.block, node, asClass);
  if (compiler.isEnumDeclaration(node)) return add(around.block, node.name, node, asAnything);
  if (compiler.isModuleDeclaration(node)) return declareNamespace(walk, node, around);
  if (compiler.isEnumMember(node) && compiler.isIdentifier(node.name))
    return add(around.block, node.name, node, asValue);
  if (compiler.isInterfaceDeclaration(node) || compiler.isTypeAliasDeclaration(node))
    return add(around.block, node.name, node, asType);
  if (compiler.isTypeParameterDeclaration(node)) return add(around.block, node.name, node, asType);
  declareImport(walk, node);
}

function declareImport({ compiler, file }: Walk, node: ts.Node): void {
  if (compiler.isImportClause(node)) return addNamed(file, node, asAnything);
  if (
    compiler.isImportSpecifier(node) ||
    compiler.isNamespaceImport(node) ||
    compiler.isImportEqualsDeclaration(node)
  )
    add(file, node.name, node, asAnything);
}

function isBlockScoped({ compiler }: Walk, node: ts.VariableDeclaration): boolean {
  return compiler.isCatchClause(node.parent) || (node.parent.flags & compiler.NodeFlags.BlockScoped) !== 0;
}

/** Every name of a pattern is declared by its own element. */
function addPattern(walk: Walk, name: ts.BindingName, node: ts.Node, scope: Scope): void {
  if (walk.compiler.isIdentifier(name)) return add(scope, name, node, asValue);
  for (const element of name.elements)
    if (walk.compiler.isBindingElement(element)) addPattern(walk, element.name, element, scope);
}

function addNamed(
  scope: Scope,
  node: ts.Node & { readonly name?: ts.Identifier | undefined },
  meanings: readonly Meaning[],
): void {
  if (node.name !== undefined) add(scope, node.name, node, meanings);
}

function add(scope: Scope, name: ts.Identifier, node: ts.Node, meanings: readonly Meaning[]): void {
  const known = scope.get(name.text);
  if (known === undefined) scope.set(name.text, [{ node, meanings }]);
  else known.push({ node, meanings });
}

/** The scopes for what stands inside a node: its own where it opens one, else those around it. */
function openedBy(walk: Walk, node: ts.Node, around: Around): Around {
  const { compiler } = walk;
  if (!mayOpen(compiler, node)) return around;
  if (compiler.isModuleDeclaration(node) || compiler.isEnumDeclaration(node))
    return aroundAll(insideNamespace(walk, node, around));
  if (opensFunction(compiler, node)) return aroundAll(open(walk, node));
  // Declarations in the body of a function stand beside its parameters.
  if (compiler.isBlock(node) && opensFunction(compiler, node.parent)) return around;
  return opensBlock(compiler, node) ? { block: open(walk, node), function: around.function } : around;
}

const mayOpen = byKind(
  (compiler, node) =>
    compiler.isModuleDeclaration(node) ||
    compiler.isEnumDeclaration(node) ||
    opensFunction(compiler, node) ||
    opensBlock(compiler, node),
);

function aroundAll(scope: Scope): Around {
  return { block: scope, function: scope };
}

function opensFunction(compiler: Compiler, node: ts.Node): boolean {
  return isFunction(compiler, node) || compiler.isClassStaticBlockDeclaration(node);
}

function opensBlock(compiler: Compiler, node: ts.Node): boolean {
  return (
    compiler.isBlock(node) ||
    compiler.isCaseBlock(node) ||
    compiler.isCatchClause(node) ||
    compiler.isForStatement(node) ||
    compiler.isForInStatement(node) ||
    compiler.isForOfStatement(node) ||
    compiler.isClassLike(node)
  );
}

/** `declare module 'name'` and `declare global` declare no name of this file. */
function declareNamespace({ compiler }: Walk, node: ts.ModuleDeclaration, around: Around): void {
  if (compiler.isIdentifier(node.name) && !isGlobal(compiler, node))
    add(around.block, node.name, node, asNamespace);
}

function isGlobal(compiler: Compiler, node: ts.ModuleDeclaration): boolean {
  return (node.flags & compiler.NodeFlags.GlobalAugmentation) !== 0;
}

/** What `declare global` declares is seen in the whole file; namespaces of one name see what the others declare. */
function insideNamespace(walk: Walk, node: ts.ModuleDeclaration | ts.EnumDeclaration, around: Around): Scope {
  const { compiler, file, shared, scopes } = walk;
  if (compiler.isModuleDeclaration(node) && isGlobal(compiler, node)) return file;
  const parts = around.block.get(node.name.text);
  if (parts === undefined || !compiler.isIdentifier(node.name)) return open(walk, node);
  const scope = shared.get(parts) ?? (new Map() as Scope);
  shared.set(parts, scope);
  scopes.set(node, scope);
  return scope;
}

function open({ scopes }: Walk, node: ts.Node): Scope {
  const scope: Scope = new Map();
  scopes.set(node, scope);
  return scope;
}
