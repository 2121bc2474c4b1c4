import type { TypeFact } from '../model/facts.js';
import type { ts } from '../compiler/compiler.js';
import type { Draft } from './draft.js';
import { findDeclarations } from './names/find-declarations.js';

type NamedType = ts.TypeAliasDeclaration | ts.InterfaceDeclaration;

/** Names of types that lead to each other are followed this far; they may lead in a circle. */
const nestingLimit = 8;

/** The types that a file names by themselves: `type Db = ReturnType<typeof connect>`, `interface Db extends PrismaClient`. */
export function readNamedTypes(draft: Draft): Readonly<Record<string, TypeFact>> {
  const { parsed } = draft;
  const found = Object.create(null) as Record<string, TypeFact>;
  for (const statement of parsed.source.statements) {
    if (!isNamedType(draft, statement)) continue;
    const type = lowerNamedType(draft, statement, 0);
    if (type !== null) found[statement.name.text] ??= type;
  }
  return found;
}

/** What a name of this file stands for as a type; `undefined` where the name is no type's alone. */
export function namedTypeOf(draft: Draft, name: ts.Identifier, nesting: number): TypeFact | null | undefined {
  const declared = findDeclarations(draft.compiler, draft.parsed.scopes, name);
  const only = declared[0]?.node;
  if (only === undefined || declared.length > 1 || !isNamedType(draft, only)) return undefined;
  return nesting > nestingLimit ? null : lowerNamedType(draft, only, nesting);
}

function isNamedType({ compiler }: Draft, node: ts.Node): node is NamedType {
  return compiler.isTypeAliasDeclaration(node) || compiler.isInterfaceDeclaration(node);
}

function lowerNamedType(draft: Draft, node: NamedType, nesting: number): TypeFact | null {
  if (draft.compiler.isTypeAliasDeclaration(node)) return draft.lowerType(node.type, nesting + 1);
  const [base] = node.heritageClauses?.[0]?.types ?? [];
  return base === undefined ? null : baseOf(draft, base.expression, nesting);
}

function baseOf(draft: Draft, base: ts.Expression, nesting: number): TypeFact | null {
  if (!draft.compiler.isIdentifier(base)) return { of: draft.lower(base), isValue: false };
  const named = namedTypeOf(draft, base, nesting + 1);
  if (named !== undefined) return named;
  const of = draft.lower(base);
  return of.kind === 'global' ? null : { of, isValue: false };
}
