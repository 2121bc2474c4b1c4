import type { TellTales } from '@leastscope/scope-catalog';
import { escapeRegExp } from '../../util/escape-reg-exp.js';
import type { PlatformSigns } from '../../model/facts.js';

interface Patterns {
  readonly tokenHeader: RegExp;
  readonly appKey: RegExp;
  readonly besideAppKey: RegExp;
  readonly ownHost: RegExp;
  readonly version: RegExp;
  readonly switches: readonly (readonly [name: string, pattern: RegExp])[];
}

const patterns = new WeakMap<TellTales, Patterns>();

/** What a text says of the platform wherever it says it, in code or in comments. */
export function readSigns(text: string, words: TellTales): PlatformSigns {
  const known = patterns.get(words) ?? patternsOf(words);
  patterns.set(words, known);
  return {
    tokenHeader: known.tokenHeader.test(text),
    signing: known.appKey.test(text) && known.besideAppKey.test(text),
    ownHost: known.ownHost.test(text),
    versions: [...new Set([...text.matchAll(known.version)].map((match) => match[1] ?? ''))],
    switches: known.switches.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : [])),
  };
}

function patternsOf(words: TellTales): Patterns {
  const { tokenHeader, appKey, besideAppKey, version, switches } = words;
  return {
    ownHost: hostAmong(words.hosts.filter((host) => !words.authorizeHosts.includes(host))),
    tokenHeader: new RegExp(escapeRegExp(tokenHeader), 'i'),
    appKey: wordIn([appKey]),
    besideAppKey: wordIn(besideAppKey),
    version: new RegExp(String.raw`['"\x60](${version})['"\x60]`, 'g'),
    switches: switches.map((name) => [name, switchPattern(name)]),
  };
}

/**
 * `need_data: true`, `?need_data=true`, `'need_data', 'true'`. A value that is not written beside the name may be the one.
 */
function switchPattern(text: string): RegExp {
  const [name = '', value] = text.split('=');
  const word = String.raw`\b${escapeRegExp(name)}\b`;
  if (value === undefined) return new RegExp(word);
  const other = value === 'true' ? 'false' : 'true';
  return new RegExp(String.raw`${word}(?!['"\x60]?\s*[:=,]\s*['"\x60]?${other}\b)`);
}

/** A whole host: `api.example.com`, not that of `api.example.com.mirror.example`. */
function hostAmong(hosts: readonly string[]): RegExp {
  const any = hosts.length === 0 ? '(?!)' : hosts.map(escapeRegExp).join('|');
  return new RegExp(String.raw`(?<![\w.-])(?:${any})(?![\w-]|\.\w)`, 'i');
}

function wordIn(words: readonly string[]): RegExp {
  return new RegExp(String.raw`\b(?:${words.map(escapeRegExp).join('|')})\b`);
}
