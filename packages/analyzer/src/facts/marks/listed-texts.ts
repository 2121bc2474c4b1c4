import type { ts } from '../../compiler/compiler.js';
import type { Draft } from '../draft.js';
import { constantOf } from '../names/constant-of.js';

/** The texts of a list or a set that is written out, or is a constant that is; null where anything else may be in it. */
export function listedTexts(draft: Draft, node: ts.Expression): readonly ts.Expression[] | null {
  const { compiler } = draft;
  if (compiler.isIdentifier(node)) {
    const constant = mayChange(draft, node.text) ? null : constantOf(draft, node);
    return constant === null || compiler.isIdentifier(constant) ? null : listedTexts(draft, constant);
  }
  if (compiler.isAsExpression(node) || compiler.isParenthesizedExpression(node))
    return listedTexts(draft, node.expression);
  if (compiler.isNewExpression(node)) {
    const [list] = node.arguments ?? [];
    const isSet = compiler.isIdentifier(node.expression) && node.expression.text === 'Set';
    return isSet && list !== undefined ? listedTexts(draft, list) : null;
  }
  if (!compiler.isArrayLiteralExpression(node)) return null;
  return node.elements.every((one) => compiler.isStringLiteralLike(one)) ? node.elements : null;
}

const changing = /^\s*\??\.\s*(?:add|push|unshift|splice|delete|clear|pop|shift|fill|copyWithin|length\s*=)/;

/** Whether anything is put into a list of this name, or taken out of it, anywhere in the file. */
function mayChange({ parsed }: Draft, name: string): boolean {
  const { text } = parsed.source;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    if (changing.test(text.slice(at + name.length, at + name.length + 40))) return true;
  return false;
}
