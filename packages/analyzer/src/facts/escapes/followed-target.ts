import type { ts } from '../../compiler/compiler.js';
import type { Expression } from '../../model/facts.js';
import type { Draft } from '../draft.js';

/**
 * Whether an assignment to this is followed: variables of the file, properties of objects that the file makes, fields
 * of plain classes. Anything else may be seen by code that nobody reads.
 */
export function isFollowedTarget(draft: Draft, target: ts.Expression): boolean {
  const { compiler } = draft;
  if (compiler.isIdentifier(target)) return draft.lower(target).kind === 'name';
  if (!compiler.isPropertyAccessExpression(target)) return false;
  const owner = target.expression;
  if (owner.kind === compiler.SyntaxKind.ThisKeyword) {
    const around = classAround(draft, owner);
    return around !== null && isPlainClass(draft, around);
  }
  return compiler.isIdentifier(owner) && isMadeHere(draft, owner);
}

/**
 * A class whose fields only the project's own code sees. A decorator may hand them to a template, a base class may read
 * them, a setter does what it likes, and a class that is an expression is made by somebody else.
 */
export function isPlainClass({ compiler }: Draft, node: ts.ClassLikeDeclaration): boolean {
  if (!compiler.isClassDeclaration(node) || (node.heritageClauses?.some(isBase(compiler)) ?? false))
    return false;
  if ((compiler.getDecorators(node) ?? []).length > 0) return false;
  return !node.members.some((member) => compiler.isSetAccessor(member));
}

function isBase({ SyntaxKind }: Draft['compiler']): (clause: ts.HeritageClause) => boolean {
  return ({ token }) => token === SyntaxKind.ExtendsKeyword;
}

function classAround({ compiler }: Draft, node: ts.Node): ts.ClassLikeDeclaration | null {
  for (let at = node.parent as ts.Node | undefined; at !== undefined; at = at.parent as ts.Node | undefined)
    if (compiler.isClassLike(at)) return at;
  return null;
}

/** An object that the file makes itself, without setters. One that came from elsewhere is seen by others too. */
function isMadeHere(draft: Draft, owner: ts.Identifier): boolean {
  const name = draft.lower(owner);
  if (name.kind !== 'name') return false;
  const value = draft.bindings[name.binding]?.value ?? null;
  if (value === null || value.kind === 'array' || value.kind === 'absent') return true;
  if (value.kind === 'object') return !value.entries.some(({ value: of }) => isSetter(draft, of));
  return value.kind === 'call' && isPlainlyMade(draft, value.call);
}

function isSetter({ functions }: Draft, value: Expression): boolean {
  return value.kind === 'function' && functions[value.function]?.role === 'setter';
}

/** `new Map()` and its kin keep what they are given to themselves. */
function isPlainlyMade({ calls }: Draft, index: number): boolean {
  const call = calls[index];
  return (
    call?.isNew === true &&
    call.callee.kind === 'global' &&
    /^(?:Map|Set|WeakMap|Array|Object|Error)$/.test(call.callee.name)
  );
}
