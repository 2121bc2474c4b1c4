import { givenUp } from '../values/too-deep.js';
import { product } from '../values/guarded.js';
import { asPieces, plainText } from '../values/text.js';
import type { Guarded, Value } from '../values/value.js';

/** `axios.create({ baseURL })`: puts the base before every path that is not absolute itself. */
export function withBaseUrl(urls: readonly Guarded[], base: readonly Guarded[]): readonly Guarded[] {
  if (base.length === 0) return urls;
  return product(urls, base, (url, above) => (isAbsolute(url) ? url : joinBase(above, url)), givenUp('url'));
}

/** A URL that says its host itself: whatever would stand before it is left out. */
export function isAbsolute(value: Value): boolean {
  const start = asPieces(value)[0];
  return start?.kind === 'piece' && /^[a-z]+:\/\//i.test(start.text);
}

function joinBase(base: Value, path: Value): Value {
  const start = asPieces(path)[0];
  const last = asPieces(base).at(-1);
  const needsSlash =
    start?.kind === 'piece' &&
    !start.text.startsWith('/') &&
    !(last?.kind === 'piece' && last.text.endsWith('/'));
  return needsSlash ? joinTexts(joinTexts(base, plainText('/')), path) : joinTexts(base, path);
}

/** One text behind the other. */
export function joinTexts(left: Value, right: Value): Value {
  return { kind: 'text', pieces: [...asPieces(left), ...asPieces(right)] };
}
