import { Node } from 'ts-morph';

/** Where a name of this file is declared; null for what is global, imported or declared twice. */
export function declarationOf(node: Node): Node | null {
  if (!Node.isIdentifier(node)) return null;
  const parent = node.getParent();
  const symbol = Node.isShorthandPropertyAssignment(parent) ? parent.getValueSymbol() : node.getSymbol();
  const declarations = symbol?.getDeclarations() ?? [];
  return declarations.length === 1 ? (declarations[0] ?? null) : null;
}
