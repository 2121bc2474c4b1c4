import type { TellTales } from '@leastscope/scope-catalog';
import { escapeRegExp } from '../../util/escape-reg-exp.js';

/** A scope key in a text, and where it begins there. */
export interface ScopeKey {
  readonly scope: string;
  readonly at: number;
}

/** Reads texts for what is shaped like the platform's scope keys. */
export interface ScopeKeyReader {
  /** The keys of a text that holds nothing but keys: one, or a list. Anything else in it, and it is no list of scopes. */
  readonly listIn: (text: string) => readonly ScopeKey[];
  /** The keys behind `scope=` in a link. One that touches the end of the text is left out: what follows may belong to it. */
  readonly inLinks: (text: string) => readonly ScopeKey[];
  /** The same for texts beside the platform's own authorization page: there whatever is shaped like a key is meant to be one. */
  readonly besideAuthorization: Omit<ScopeKeyReader, 'besideAuthorization'>;
}

const readers = new WeakMap<TellTales, ScopeKeyReader>();

export function scopeKeyReader(words: TellTales): ScopeKeyReader {
  const known = readers.get(words) ?? createReader(words);
  readers.set(words, known);
  return known;
}

function createReader({ scopeHeads: { own, common } }: TellTales): ScopeKeyReader {
  // Links of others hold scopes as well, and `data.read` may be anybody's.
  const known = readerOf(keysUnder([...own, ...common]), keysUnder(own));
  return { ...known, besideAuthorization: readerOf(anyKey, anyKey) };
}

const anyKey = /^[a-z][a-z0-9_]*(?:\.[a-z0-9_&]+)+$/;

function readerOf(key: RegExp, ownKey: RegExp): Omit<ScopeKeyReader, 'besideAuthorization'> {
  return {
    listIn: (text) => {
      // Most texts are neither, and to take them apart costs more than all else that is done with them.
      if (!text.includes('.')) return [];
      const keys = parts(text, 0);
      return keys.every(({ scope }) => key.test(scope)) ? keys : [];
    },
    inLinks: (text) => {
      if (!text.includes('=')) return [];
      return [...text.matchAll(inLink)].flatMap((match) => {
        const value = match[1] ?? '';
        const end = match.index + match[0].length;
        return parts(value, end - value.length).filter(
          ({ scope, at }) => ownKey.test(scope) && at + scope.length < text.length,
        );
      });
    },
  };
}

/** Without heads nothing is a key. */
function keysUnder(heads: readonly string[]): RegExp {
  const head = heads.length === 0 ? '(?!)' : heads.map(escapeRegExp).join('|');
  return new RegExp(String.raw`^(?:${head})(?:\.[a-z0-9_&]+)+$`);
}

const separator = /(?:[\s,;+]|%2C|%20|%3B)+/gi;
const inLink = /[?&]scopes?=([^&#\s'"`<>$]*)/gi;

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
