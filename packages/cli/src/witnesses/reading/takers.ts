import { jsonParser } from 'stream-json/core/parser.js';
import type { Held } from './held.js';

/** Takes one value as it streams by, and keeps as much of it as is wanted. */
export interface Taker {
  readonly take: (chunk: string) => void;
  /** What is left of the value; null where it says nothing. Afterwards nothing is held. */
  readonly end: () => string | null;
}

export type TakerKind = 'word' | 'address' | 'error-code';

/** Longer than any method, host, status or scope. A list of all scopes in one text is some kilobytes. */
const longestWord = 8192;
const longestAddress = 2048;
/** An answer that refuses a call is a few hundred characters, and says its code in the first of them. */
const longestAnswer = 4096;

export function createTaker(kind: TakerKind, held: Held): Taker {
  if (kind === 'word') return keep(longestWord, held);
  if (kind === 'address') return address(held);
  return errorCode(held);
}

/** Keeps a text up to a length; one that is longer is none of those that are wanted. */
function keep(longest: number, held: Held): Taker {
  let kept = '';
  let isTooLong = false;
  return {
    take: (chunk) => {
      isTooLong ||= kept.length + chunk.length > longest;
      if (isTooLong) return;
      kept += chunk;
      held.add(chunk.length);
    },
    end: () => {
      held.release(kept.length);
      return isTooLong ? null : kept;
    },
  };
}

/** The part before the query, which may hold tokens. */
function address(held: Held): Taker {
  const kept = keep(longestAddress, held);
  let isOver = false;
  return {
    take: (chunk) => {
      if (isOver) return;
      const end = chunk.search(/[?#]/);
      isOver = end >= 0;
      kept.take(isOver ? chunk.slice(0, end) : chunk);
    },
    end: kept.end,
  };
}

/** The platform's error code of an answer, from its beginning; all else of the answer is dropped. */
function errorCode(held: Held): Taker {
  let kept = '';
  return {
    take: (chunk) => {
      const wanted = chunk.slice(0, longestAnswer - kept.length);
      kept += wanted;
      held.add(wanted.length);
    },
    end: () => {
      held.release(kept.length);
      return codeIn(kept) ?? codeIn(Buffer.from(kept, 'base64').toString());
    },
  };
}

/** The number under `code` of the outermost object, whether or not the text goes on. */
function codeIn(text: string): string | null {
  if (!text.trimStart().startsWith('{')) return null;
  let depth = 0;
  let key = '';
  try {
    const parse = jsonParser({ streamValues: false });
    const out = parse(text.trimStart());
    for (const token of typeof out === 'symbol' ? [] : out.values) {
      if (token.name === 'startObject' || token.name === 'startArray') depth += 1;
      else if (token.name === 'endObject' || token.name === 'endArray') depth -= 1;
      else if (token.name === 'keyValue') key = token.value;
      else if (depth === 1 && key === 'code' && 'value' in token && /^\d{1,9}$/.test(String(token.value)))
        return String(token.value);
    }
  } catch {
    // No answer of the platform.
  }
  return null;
}
