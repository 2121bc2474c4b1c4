import type { ts } from '../../compiler/compiler.js';
import type { Draft } from '../draft.js';
import { findDeclarations, valueAmong } from './find-declarations.js';

/** What a name is declared as: `const isRead = method === 'GET'`. Null for all that may be given another value. */
export function constantOf({ compiler, parsed }: Draft, name: ts.Identifier): ts.Expression | null {
  const declaration = valueAmong(compiler, findDeclarations(compiler, parsed.scopes, name));
  if (declaration === null || !compiler.isVariableDeclaration(declaration)) return null;
  const isConstant = (declaration.parent.flags & compiler.NodeFlags.Const) !== 0;
  return isConstant && compiler.isIdentifier(declaration.name) ? (declaration.initializer ?? null) : null;
}
