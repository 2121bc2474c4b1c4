import type { TypeFact } from '../model/facts.js';
import type { ts } from '../compiler/compiler.js';
import type { Draft } from './draft.js';

/** Wrappers whose argument is what matters: `Promise<Client>` is followed as `Client`. */
const transparentTypes = new Set(['Promise', 'Readonly', 'Partial', 'Required', 'NonNullable', 'Awaited']);

/** A type annotation as far as names go: the class it names, or the value whose type it is. Null for anything else. */
export function lowerType(draft: Draft, node: ts.TypeNode | undefined): TypeFact | null {
  const { compiler } = draft;
  if (node === undefined) return null;
  if (compiler.isParenthesizedTypeNode(node)) return lowerType(draft, node.type);
  if (compiler.isUnionTypeNode(node) || compiler.isIntersectionTypeNode(node)) {
    const named = node.types.map((type) => lowerType(draft, type)).filter((type) => type !== null);
    return named.length === 1 ? (named[0] ?? null) : null;
  }
  if (compiler.isTypeQueryNode(node)) return { of: nameOf(draft, node.exprName), isValue: true };
  if (!compiler.isTypeReferenceNode(node)) return null;
  const of = nameOf(draft, node.typeName);
  if (of.kind === 'global' && transparentTypes.has(of.name)) return lowerType(draft, node.typeArguments?.[0]);
  if (of.kind === 'global' && of.name === 'ReturnType') return returnOf(draft, node);
  return { of, isValue: false };
}

function returnOf(draft: Draft, node: ts.TypeReferenceNode): TypeFact | null {
  const of = lowerType(draft, node.typeArguments?.[0]);
  // `ReturnType<typeof createClient>`: an instance of what the function makes is found by the link step.
  return of?.isValue === true ? { of: of.of, isValue: false } : null;
}

function nameOf(draft: Draft, name: ts.EntityName): TypeFact['of'] {
  if (draft.compiler.isIdentifier(name)) return draft.lower(name);
  return {
    kind: 'member',
    object: nameOf(draft, name.left),
    name: name.right.text,
    span: [name.getStart(draft.parsed.source), name.end],
  };
}
