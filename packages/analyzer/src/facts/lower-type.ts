import type { TypeFact } from '../model/facts.js';
import type { ts } from '../compiler/compiler.js';
import { spanOf, type Draft } from './draft.js';
import { namedTypeOf } from './named-types.js';

/** Wrappers whose argument is what matters: `Promise<Client>` is followed as `Client`. */
const transparentTypes = new Set([
  ...['Promise', 'Readonly', 'Partial', 'Required', 'NonNullable', 'Awaited'],
  ...['Pick', 'Omit'],
]);

/**
 * A type annotation as far as names go: the class it names, or the value whose type it is. Null for anything else.
 * `nesting`: how many names of types led here.
 */
export function lowerType(draft: Draft, node: ts.TypeNode | undefined, nesting = 0): TypeFact | null {
  const { compiler } = draft;
  if (node === undefined) return null;
  if (compiler.isParenthesizedTypeNode(node)) return lowerType(draft, node.type, nesting);
  if (compiler.isUnionTypeNode(node) || compiler.isIntersectionTypeNode(node)) {
    const named = node.types.map((type) => lowerType(draft, type, nesting)).filter((type) => type !== null);
    return anyOf(draft, node, named);
  }
  if (compiler.isTypeQueryNode(node)) return { of: nameOf(draft, node.exprName), isValue: true };
  return compiler.isTypeReferenceNode(node) ? lowerReference(draft, node, nesting) : null;
}

function lowerReference(draft: Draft, node: ts.TypeReferenceNode, nesting: number): TypeFact | null {
  const { typeName, typeArguments } = node;
  const named = draft.compiler.isIdentifier(typeName) ? namedTypeOf(draft, typeName, nesting) : undefined;
  if (named !== undefined) return named;
  const of = nameOf(draft, typeName);
  if (of.kind === 'global' && transparentTypes.has(of.name))
    return lowerType(draft, typeArguments?.[0], nesting);
  if (of.kind === 'global' && /^(?:ReturnType|InstanceType)$/.test(of.name))
    return returnOf(draft, node, nesting);
  return { of, isValue: false };
}

/** `PrismaClient | Prisma.TransactionClient`: an instance of any of these. */
function anyOf(draft: Draft, node: ts.TypeNode, named: readonly TypeFact[]): TypeFact | null {
  if (named.length < 2) return named[0] ?? null;
  if (named.some(({ isValue }) => isValue)) return null;
  const options = named.map(({ of }) => of);
  return { of: { kind: 'choice', options, test: null, span: spanOf(draft, node) }, isValue: false };
}

function returnOf(draft: Draft, node: ts.TypeReferenceNode, nesting: number): TypeFact | null {
  const of = lowerType(draft, node.typeArguments?.[0], nesting);
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
