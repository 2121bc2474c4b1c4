import type { Expression } from '../model/facts.js';
import type { ts } from '../compiler/compiler.js';
import { noteImport, type Draft } from './draft.js';
import { bindingFor } from './names/resolve-name.js';

/** The names that an import brings in. Type-only imports count too: annotations are followed by them. */
export function readImport(draft: Draft, node: ts.ImportDeclaration | ts.ImportEqualsDeclaration): void {
  const { compiler } = draft;
  if (compiler.isImportEqualsDeclaration(node)) return readImportEquals(draft, node);
  if (!compiler.isStringLiteral(node.moduleSpecifier) || node.importClause === undefined) return;
  const module = node.moduleSpecifier.text;
  noteImport(draft, module);
  const clause = node.importClause;
  if (clause.name !== undefined) bind(draft, clause, clause.name.text, importOf(draft, module, 'default'));
  const named = clause.namedBindings;
  if (named === undefined) return;
  if (compiler.isNamespaceImport(named))
    return bind(draft, named, named.name.text, importOf(draft, module, '*'));
  for (const element of named.elements) {
    bind(
      draft,
      element,
      element.name.text,
      importOf(draft, module, (element.propertyName ?? element.name).text),
    );
  }
}

function readImportEquals(draft: Draft, node: ts.ImportEqualsDeclaration): void {
  const { compiler } = draft;
  const reference = node.moduleReference;
  if (!compiler.isExternalModuleReference(reference)) return;
  if (!compiler.isStringLiteralLike(reference.expression)) return;
  bind(draft, node, node.name.text, importOf(draft, reference.expression.text, '*'));
}

function importOf(draft: Draft, module: string, name: string): Expression {
  noteImport(draft, module, name);
  return { kind: 'import', module, name };
}

function bind(draft: Draft, declaration: ts.Node, name: string, value: Expression): void {
  const binding = draft.bindings[bindingFor(draft, declaration, name)];
  if (binding !== undefined) binding.value = value;
}
