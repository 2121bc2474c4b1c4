import { tellTales, type Catalog, type TellTales } from '@leastscope/scope-catalog';
import { escapeRegExp } from '../util/escape-reg-exp.js';
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
  /** Source of a pattern for a version. */
  readonly version: string;
  /** Sources of patterns that each hold a version. */
  readonly versions: readonly string[];
  readonly packages: readonly string[];
  readonly plain: readonly string[];
  readonly scopePrefixes: readonly string[];
  /** Of the signing query: a helper may hold nothing but it. */
  readonly appKey: string;
  /** Source of a pattern for a file that takes webhooks, and words of which such a file has one. */
  readonly webhookHandler: string;
  readonly besideWebhookType: readonly string[];
  /** The platform's own name, which most of the words above hold. */
  readonly names: readonly string[];
}

function wordsOf(catalog: Catalog): Words {
  const words = tellTales(catalog);
  return {
    version: words.version,
    versions: [
      words.versionSegment,
      // A version by itself, to be put into a path later: `'202309'`, `/202309` at the end of a base.
      String.raw`['"\x60/]${words.version}['"\x60]`,
      words.sdkClass,
    ],
    packages: words.packages,
    plain: [...words.sdkNames, ...words.hosts, words.tokenHeader, 'leastscope-'],
    scopePrefixes: words.scopePrefixes,
    appKey: words.appKey,
    webhookHandler: handlerOf(words),
    besideWebhookType: words.besideWebhookType,
    names: words.names,
  };
}

/**
 * What asks for the type and the shop of something, as a webhook of the platform has both: where the body of a request is
 * taken, and where the type is held against that of a withdrawal, whoever took the body.
 */
function handlerOf({ webhookType, besideWebhookType, withdrawals }: TellTales): string {
  const beside = besideWebhookType.map(escapeRegExp).join('|');
  const types = withdrawals.map(escapeRegExp).join('|');
  const reading = String.raw`\.(?:json|text)\(\)|\.(?:body|rawBody)\b|readBody|readRawBody|@Body\(`;
  const comparing = String.raw`(?:=|:|\bcase)\s*['"]?(?:${types})\b`;
  return String.raw`^(?=[\s\S]*\b(?:${beside})\b)(?=[\s\S]*\b${escapeRegExp(webhookType)}\b)[\s\S]*(?:${reading}|${comparing})`;
}

function exactSources({ versions, packages, plain, scopePrefixes, appKey, webhookHandler }: Words): string[] {
  return [
    ...versions,
    String.raw`\b${escapeRegExp(appKey)}\b`,
    ...packages.map((name) => `['"]${escapeRegExp(name)}['"/]`),
    webhookHandler,
    ...[...plain, ...scopePrefixes].map(escapeRegExp),
  ];
}

function roughPatterns(words: Words): RegExp[] {
  const { version, versions, packages, plain, appKey, scopePrefixes } = words;
  const all = [...packages, ...plain, appKey];
  const holds = (word: string, name: string): boolean => word.toLowerCase().includes(name);
  const names = words.names.filter((name) => all.some((word) => holds(word, name)));
  const others = all.filter((word) => !names.some((name) => holds(word, name)));
  return [
    ...words.besideWebhookType.map((word) => new RegExp(endInBrackets(word), 'g')),
    // A version is in every pattern of one; a pattern that has none would be searched as it is.
    new RegExp([version, ...versions.filter((source) => !source.includes(version))].join('|'), 'g'),
    // Most names hold the platform's own. A pattern of its own: one that was tried on short words before is slow after it.
    ...names.map((name) => new RegExp(escapeRegExp(name), 'gi')),
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
  return `${escapeRegExp(word.slice(0, -1))}[${escapeRegExp(word.slice(-1))}]`;
}

/** `seller.order.` and `seller.product.` as one: `seller\.(?:order\.|product\.)`. */
function byHead(prefixes: readonly string[]): RegExp[] {
  const heads = groupBy(prefixes, (prefix) => prefix.slice(0, prefix.indexOf('.') + 1));
  return [...heads].map(([head, all]) => {
    const rests = all.map((prefix) => escapeRegExp(prefix.slice(head.length)));
    return new RegExp(`${escapeRegExp(head)}(?:${rests.join('|')})`, 'g');
  });
}
