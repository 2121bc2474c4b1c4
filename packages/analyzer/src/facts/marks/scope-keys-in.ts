/** A scope key in a text, and where it begins there. */
export interface ScopeKey {
  readonly scope: string;
  readonly at: number;
}

const key = /^(?:seller|serller|creator|partner|data)(?:\.[a-z0-9_&]+)+$/;
const separator = /(?:[\s,;+]|%2C|%20|%3B)+/gi;

/** The keys of a text that holds nothing but keys: one, or a list. Anything else in it, and it is no list of scopes. */
export function scopeList(text: string): readonly ScopeKey[] {
  const keys = parts(text, 0);
  return keys.every(({ scope }) => key.test(scope)) ? keys : [];
}

const inLink = /[?&]scopes?=([^&#\s'"`<>$]*)/gi;
/** Links of others hold scopes as well, and `data.read` may be anybody's. */
const ownKey = /^(?:seller|serller|creator|partner)\./;

/** The keys behind `scope=` in a link. One that touches the end of the text is left out: what follows may belong to it. */
export function scopesOfLinks(text: string): readonly ScopeKey[] {
  return [...text.matchAll(inLink)].flatMap((match) => {
    const value = match[1] ?? '';
    const end = match.index + match[0].length;
    return parts(value, end - value.length).filter(
      ({ scope, at }) => key.test(scope) && ownKey.test(scope) && at + scope.length < text.length,
    );
  });
}

function parts(text: string, from: number): readonly ScopeKey[] {
  const keys: ScopeKey[] = [];
  let start = 0;
  for (const match of [...text.matchAll(separator), null]) {
    const end = match === null ? text.length : match.index;
    if (end > start) keys.push({ scope: text.slice(start, end), at: from + start });
    start = end + (match?.[0].length ?? 0);
  }
  return keys;
}
