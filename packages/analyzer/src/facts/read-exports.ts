import type { Expression } from '../model/facts.js';
import type { ts } from '../compiler/compiler.js';
import { exportsNamed, moduleExportedAgain } from './compiled-code.js';
import { hasModifier, noteImport, type Draft } from './draft.js';
import { bindingFor, resolveName } from './names/resolve-name.js';

/** `export … from`, `export { … }`, `export default …` and `export =`. */
export function readExport(draft: Draft, node: ts.ExportDeclaration | ts.ExportAssignment): void {
  const { compiler } = draft;
  if (compiler.isExportAssignment(node)) {
    draft.exports[node.isExportEquals === true ? '=' : 'default'] = draft.lower(node.expression);
    return;
  }
  if (node.moduleSpecifier === undefined) return readLocalExports(draft, node);
  if (compiler.isStringLiteral(node.moduleSpecifier)) readReExport(draft, node, node.moduleSpecifier.text);
}

function readReExport(draft: Draft, node: ts.ExportDeclaration, module: string): void {
  const { compiler } = draft;
  const clause = node.exportClause;
  const add = (name: string, as: string | null): void => {
    noteImport(draft, module, name);
    draft.reExports.push({ module, name, as });
  };
  noteImport(draft, module);
  if (clause === undefined) return add('*', null);
  if (compiler.isNamespaceExport(clause)) return add('*', clause.name.text);
  for (const element of clause.elements) add((element.propertyName ?? element.name).text, element.name.text);
}

function readLocalExports(draft: Draft, node: ts.ExportDeclaration): void {
  const clause = node.exportClause;
  if (clause === undefined || !draft.compiler.isNamedExports(clause)) return;
  for (const element of clause.elements) {
    const local = element.propertyName ?? element.name;
    if (draft.compiler.isIdentifier(local)) draft.exports[element.name.text] = resolveName(draft, local);
  }
}

/** `export const …`, `export function …`, `export class …`, `export enum …`, and defaults of these. */
export function readExportedDeclarations(draft: Draft): void {
  const { compiler, parsed } = draft;
  for (const statement of parsed.source.statements) {
    if (!hasModifier(compiler, statement, compiler.SyntaxKind.ExportKeyword)) continue;
    const isDefault = hasModifier(compiler, statement, compiler.SyntaxKind.DefaultKeyword);
    for (const [name, declaration] of declaredBy(draft, statement)) {
      const binding = bindingFor(draft, declaration, name);
      // Read at the end of the file: whatever is assigned by then is what an importer may see.
      draft.exports[isDefault ? 'default' : name] = nameAtEnd(draft, binding);
    }
  }
}

/** What compilers make of `export { … }` and `export * from`. */
export function readCompiledExports(draft: Draft, node: ts.CallExpression): void {
  for (const [name, value] of exportsNamed(draft, node))
    draft.exports[name] = atEnd(draft, draft.lower(value));
  const module = moduleExportedAgain(draft, node);
  if (module === null) return;
  noteImport(draft, module, '*');
  draft.reExports.push({ module, name: '*', as: null });
}

/** Read when somebody asks: whatever is assigned by then. */
function atEnd(draft: Draft, value: Expression): Expression {
  return value.kind === 'name' ? nameAtEnd(draft, value.binding) : value;
}

function nameAtEnd(draft: Draft, binding: number): Expression {
  return { kind: 'name', binding, at: draft.parsed.source.end };
}

function declaredBy(draft: Draft, statement: ts.Statement): [string, ts.Node][] {
  const { compiler } = draft;
  if (compiler.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap((d) => namesOf(draft, d.name, d));
  }
  if (compiler.isFunctionDeclaration(statement) && statement.body === undefined) return [];
  if (
    compiler.isFunctionDeclaration(statement) ||
    compiler.isClassDeclaration(statement) ||
    compiler.isEnumDeclaration(statement) ||
    compiler.isModuleDeclaration(statement)
  ) {
    return [[statement.name?.text ?? 'default', statement]];
  }
  return [];
}

function namesOf(draft: Draft, name: ts.BindingName, declaration: ts.Node): [string, ts.Node][] {
  if (draft.compiler.isIdentifier(name)) return [[name.text, declaration]];
  return name.elements.flatMap((element) =>
    draft.compiler.isOmittedExpression(element) ? [] : namesOf(draft, element.name, element),
  );
}
