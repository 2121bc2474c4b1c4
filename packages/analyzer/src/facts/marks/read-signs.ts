import type { TellTales } from '@leastscope/scope-catalog';
import { escapeRegExp } from '../../util/escape-reg-exp.js';
import type { PlatformSigns } from '../../model/facts.js';

interface Patterns {
  readonly tokenHeader: RegExp;
  readonly appKey: RegExp;
  readonly besideAppKey: RegExp;
  readonly version: RegExp;
}

const patterns = new WeakMap<TellTales, Patterns>();

/** What a text says of the platform wherever it says it, in code or in comments. */
export function readSigns(text: string, words: TellTales): PlatformSigns {
  const known = patterns.get(words) ?? patternsOf(words);
  patterns.set(words, known);
  return {
    tokenHeader: known.tokenHeader.test(text),
    signing: known.appKey.test(text) && known.besideAppKey.test(text),
    versions: [...new Set([...text.matchAll(known.version)].map((match) => match[1] ?? ''))],
  };
}

function patternsOf({ tokenHeader, appKey, besideAppKey, version }: TellTales): Patterns {
  return {
    tokenHeader: new RegExp(escapeRegExp(tokenHeader), 'i'),
    appKey: wordIn([appKey]),
    besideAppKey: wordIn(besideAppKey),
    version: new RegExp(String.raw`['"\x60](${version})['"\x60]`, 'g'),
  };
}

function wordIn(words: readonly string[]): RegExp {
  return new RegExp(String.raw`\b(?:${words.map(escapeRegExp).join('|')})\b`);
}
