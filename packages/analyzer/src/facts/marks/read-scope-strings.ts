import type { ScopeString } from '../../model/facts.js';
import type { ts } from '../../compiler/compiler.js';
import { shortText, spanOf, type Draft, type TextNode } from '../draft.js';
import { scopeKeyReader, type ScopeKey, type ScopeKeyReader } from './scope-keys-in.js';

type Reader = Omit<ScopeKeyReader, 'besideAuthorization'>;

/**
 * Strings that are written as scopes: keys or lists of keys where what they stand in speaks of scopes, and what follows
 * `scope=` in a link. The shape of a key alone is not enough, `seller.name` may be a translation key or a column.
 */
export function readScopeStrings(draft: Draft): ScopeString[] {
  const keys = readerFor(draft);
  return draft.texts.flatMap((node) => scopesOf(draft, keys, node));
}

/** A file that sends people to the platform's authorization page speaks of its scopes, unless it speaks of others' as well. */
function readerFor({ words, parsed }: Draft): Reader {
  const reader = scopeKeyReader(words);
  const holds = (one: string): boolean => parsed.source.text.includes(one);
  const isLinked = words.hosts.some((host) => holds(`${host}/oauth/authorize`));
  const isBeside = (isLinked || words.authorizeHosts.some(holds)) && !words.companyDomains.some(holds);
  return isBeside ? reader.besideAuthorization : reader;
}

function scopesOf(draft: Draft, keys: Reader, node: TextNode): readonly ScopeString[] {
  const span = spanOf(draft, node);
  const listed = draft.compiler.isStringLiteralLike(node) ? keys.listIn(node.text) : [];
  const [only] = listed;
  if (only === undefined) {
    // A key goes on behind a string that is added to another, and never behind the end of a link.
    const text = endsLink(draft, node) ? `${node.text}&` : node.text;
    return placed(draft, span, keys.inLinks(text));
  }
  if (!speaksOfScopes(draft, node)) return [];
  return listed.length === 1 ? [{ scope: only.scope, span }] : placed(draft, span, listed);
}

function endsLink({ compiler }: Draft, node: TextNode): boolean {
  if (compiler.isTemplateHead(node) || compiler.isTemplateMiddle(node)) return false;
  const whole = compiler.isTemplateTail(node) ? node.parent.parent : node;
  return !compiler.isBinaryExpression(whole.parent);
}

/** Where the text is written with escapes, its parts have no place of their own: then the whole string is shown. */
function placed(
  { parsed }: Draft,
  span: ScopeString['span'],
  keys: readonly ScopeKey[],
): readonly ScopeString[] {
  const written = parsed.source.text.slice(...span);
  return keys.map(({ scope, at }) => {
    // Behind the quote, or the brace that ends what was put in.
    const start = at + 1;
    const isThere = written.startsWith(scope, start);
    return { scope, span: isThere ? [span[0] + start, span[0] + start + scope.length] : span };
  });
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
