import type { ScopeString } from '../model/facts.js';
import type { ts } from '../compiler.js';
import { shortText, spanOf, type Draft } from './draft.js';

const scopeShape = /^(?:seller|serller|creator|partner|data)(?:\.[a-z0-9_&]+)+$/;

/**
 * Strings that are written as scopes: they have the shape of a key, and what they stand in speaks of scopes. The shape
 * alone is not enough, `seller.name` may be a translation key or a column.
 */
export function readScopeStrings(draft: Draft): ScopeString[] {
  const found: ScopeString[] = [];
  const { compiler, parsed } = draft;
  const visit = (node: ts.Node): void => {
    if (compiler.isStringLiteralLike(node) && scopeShape.test(node.text) && speaksOfScopes(draft, node)) {
      found.push({ scope: node.text, span: spanOf(draft, node) });
    }
    compiler.forEachChild(node, visit);
  };
  visit(parsed.source);
  return found;
}

function speaksOfScopes(draft: Draft, node: ts.Node): boolean {
  const { compiler } = draft;
  let at = node.parent as ts.Node | undefined;
  for (let step = 0; at !== undefined && step < 6; step++, at = at.parent) {
    if (
      compiler.isVariableDeclaration(at) ||
      compiler.isPropertyAssignment(at) ||
      compiler.isPropertyDeclaration(at)
    ) {
      if (/scope/i.test(shortText(draft, at.name))) return true;
    }
    if (compiler.isCallExpression(at) && /scope/i.test(shortText(draft, at.expression))) return true;
    if (compiler.isStatement(at) && !compiler.isVariableStatement(at)) return false;
  }
  return false;
}
