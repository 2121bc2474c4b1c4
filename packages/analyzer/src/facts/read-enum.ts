import type { Entry, Expression } from '../model/facts.js';
import type { ts } from '../compiler/compiler.js';
import { propertyName, spanOf, unknown, type Draft } from './draft.js';
import { bindingFor } from './names/resolve-name.js';

/** An enum as an object of its members. */
export function readEnum(draft: Draft, node: ts.EnumDeclaration): void {
  let next = 0;
  const entries: Entry[] = [];
  for (const member of node.members) {
    const span = spanOf(draft, member);
    const text = propertyName(draft.compiler, member.name);
    if (text === null) continue;
    const value: Expression =
      member.initializer === undefined
        ? { kind: 'text', text: String(next++), span }
        : draft.lower(member.initializer);
    entries.push({ key: { kind: 'text', text, span }, value, getter: false });
  }
  bind(draft, node, { kind: 'object', entries, span: spanOf(draft, node) });
}

/** A namespace as an object of what it declares. */
export function readNamespace(draft: Draft, node: ts.ModuleDeclaration): void {
  const { compiler } = draft;
  if (node.body === undefined || !compiler.isModuleBlock(node.body)) return;
  const entries: Entry[] = [];
  for (const statement of node.body.statements) {
    for (const name of namesIn(draft, statement)) {
      entries.push({
        key: { kind: 'text', text: name.text, span: spanOf(draft, name) },
        value: draft.lower(name),
        getter: false,
      });
    }
  }
  bind(draft, node, { kind: 'object', entries, span: spanOf(draft, node) });
}

function namesIn(draft: Draft, statement: ts.Statement): ts.Identifier[] {
  const { compiler } = draft;
  if (compiler.isVariableStatement(statement)) {
    return statement.declarationList.declarations
      .map((d) => d.name)
      .filter((name) => compiler.isIdentifier(name));
  }
  if (compiler.isFunctionDeclaration(statement) || compiler.isClassDeclaration(statement)) {
    return statement.name === undefined ? [] : [statement.name];
  }
  return [];
}

function bind(draft: Draft, node: ts.EnumDeclaration | ts.ModuleDeclaration, value: Expression): void {
  const binding = draft.bindings[bindingFor(draft, node, node.name.text)];
  if (binding === undefined) return;
  if (binding.value === null) binding.value = value;
  else binding.value = unknown(draft, node, 'it is declared in several parts');
}
