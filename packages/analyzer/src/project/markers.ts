import { tellTales, type Catalog } from '@leastscope/scope-catalog';
import { groupBy } from '../util/group-by.js';

/** Says of a text whether it holds anything that betrays the platform. */
export interface Gate {
  readonly mayMatter: (text: string) => boolean;
  /** What `mayMatter` looks for. */
  readonly exact: RegExp;
  /**
   * Patterns for many texts at once, with the flag `g`: what none of them finds, `mayMatter` would not find either.
   * Several plain ones are four times as quick as the one exact one: the engine skips ahead in each by its own letters.
   */
  readonly rough: readonly RegExp[];
}

const gates = new WeakMap<Catalog, Gate>();

/**
 * The gate, built from the catalog's vocabulary. Regular expressions over bare text: most files of a repository end
 * here, and no compiler is loaded for them.
 */
export function createMarkers(catalog: Catalog): Gate {
  const known = gates.get(catalog);
  if (known !== undefined) return known;
  const words = wordsOf(catalog);
  const exact = new RegExp(exactSources(words).join('|'));
  const gate: Gate = { mayMatter: (text) => exact.test(text), exact, rough: roughPatterns(words) };
  gates.set(catalog, gate);
  return gate;
}

interface Words {
  /** Sources of patterns that each hold a version's digits. */
  readonly versions: readonly string[];
  readonly packages: readonly string[];
  readonly plain: readonly string[];
  readonly scopePrefixes: readonly string[];
}

const digits = String.raw`20[2-9]\d[01]\d`;
/** The signing query: nobody else's requests carry both names, and a helper may hold nothing but them. */
const signing = 'app_key';

/** What takes the body of a request and asks it for its type and its shop: a webhook of the platform has both. */
const webhookHandler = String.raw`^(?=[\s\S]*\b(?:shop_id|tts_notification_id)\b)(?=[\s\S]*\btype\b)[\s\S]*(?:\.(?:json|text)\(\)|\.(?:body|rawBody)\b|readBody|readRawBody)`;

function wordsOf(catalog: Catalog): Words {
  const words = tellTales(catalog);
  return {
    versions: [
      words.versionSegment,
      // A version by itself, to be put into a path later: `'202309'`, `/202309` at the end of a base.
      String.raw`['"\x60/]${digits}['"\x60]`,
      words.sdkClass,
    ],
    packages: words.packages,
    plain: ['AccessTokenTool', 'TikTokShopNodeApiClient', ...words.hosts, words.tokenHeader, 'leastscope-'],
    scopePrefixes: words.scopePrefixes,
  };
}

function exactSources({ versions, packages, plain, scopePrefixes }: Words): string[] {
  return [
    ...versions,
    String.raw`\b${signing}\b`,
    ...packages.map((name) => `['"]${escape(name)}['"/]`),
    webhookHandler,
    ...[...plain, ...scopePrefixes].map(escape),
  ];
}

function roughPatterns({ versions, packages, plain, scopePrefixes }: Words): RegExp[] {
  const others = [...packages, ...plain, signing].filter((word) => !/tiktok/i.test(word));
  return [
    /shop_i[d]/g,
    /tts_notification_i[d]/g,
    // The digits are in every pattern of a version; one that were not would be searched as it is.
    new RegExp([digits, ...versions.filter((source) => !source.includes(digits))].join('|'), 'g'),
    // Most names hold the platform's own. A pattern of its own: one that was tried on short words before is slow after it.
    /tiktok/gi,
    ...pairs(others).map((words) => new RegExp(words.map(endInBrackets).join('|'), 'g')),
    ...byHead(scopePrefixes),
  ];
}

/** Words of like length side by side: how far the engine may skip depends on the shortest. */
function pairs(words: readonly string[]): string[][] {
  const sorted = [...words].sort((a, b) => a.length - b.length);
  return sorted.flatMap((word, index) =>
    index % 2 === 0 ? [[word, ...sorted.slice(index + 1, index + 2)]] : [],
  );
}

/** `app_ke[y]`: a word as it is, the engine would compare letter by letter instead of skipping. */
function endInBrackets(word: string): string {
  return `${escape(word.slice(0, -1))}[${escape(word.slice(-1))}]`;
}

/** `seller.order.` and `seller.product.` as one: `seller\.(?:order\.|product\.)`. */
function byHead(prefixes: readonly string[]): RegExp[] {
  const heads = groupBy(prefixes, (prefix) => prefix.slice(0, prefix.indexOf('.') + 1));
  return [...heads].map(([head, all]) => {
    const rests = all.map((prefix) => escape(prefix.slice(head.length)));
    return new RegExp(`${escape(head)}(?:${rests.join('|')})`, 'g');
  });
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
