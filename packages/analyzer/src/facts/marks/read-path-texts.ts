import type { TellTales } from '@leastscope/scope-catalog';
import type { ts } from '../../compiler/compiler.js';
import { spanOf, type Draft } from '../draft.js';

const patterns = new WeakMap<TellTales, RegExp>();

/** Longer texts hold more than a path: a page, a script, a table. What they name first counts. */
const shownLength = 120;

/** Notes a text that names a path of the platform behind its version: `/order/202309/orders/search`, whoever takes it. */
export function readPathText(draft: Draft, node: ts.Node): void {
  const { compiler, words } = draft;
  if (!compiler.isStringLiteralLike(node) && !isPartOfTemplate(draft, node)) return;
  // From the beginning of a word: begun anew at each of its letters, a long text takes the square of its length.
  const pattern = patterns.get(words) ?? new RegExp(`(?<![\\w-])[\\w-]*${words.versionSegment}[\\w/-]+`, 'g');
  patterns.set(words, pattern);
  // `matchAll` makes a pattern of its own each time; most texts name none.
  if (node.text.search(pattern) < 0) return;
  for (const [text] of node.text.matchAll(pattern))
    draft.pathTexts.push({ text: text.slice(0, shownLength), span: spanOf(draft, node) });
}

function isPartOfTemplate(
  { compiler }: Draft,
  node: ts.Node,
): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail {
  return (
    node.kind === compiler.SyntaxKind.TemplateHead ||
    node.kind === compiler.SyntaxKind.TemplateMiddle ||
    node.kind === compiler.SyntaxKind.TemplateTail
  );
}
