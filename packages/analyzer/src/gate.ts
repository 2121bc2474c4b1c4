import { tellTales, type Catalog } from '@leastscope/scope-catalog';

/** Says of a text whether it holds anything that betrays the platform. */
export interface Gate {
  readonly mayConcern: (text: string) => boolean;
}

const gates = new WeakMap<Catalog, Gate>();

/**
 * The gate, built from the catalog's vocabulary. One regular expression over bare text: most files of a repository end
 * here, and no compiler is loaded for them.
 */
export function createGate(catalog: Catalog): Gate {
  const known = gates.get(catalog);
  if (known !== undefined) return known;
  const pattern = new RegExp(sources(catalog).join('|'));
  const gate: Gate = { mayConcern: (text) => pattern.test(text) };
  gates.set(catalog, gate);
  return gate;
}

function sources(catalog: Catalog): string[] {
  const words = tellTales(catalog);
  return [
    words.versionSegment,
    // A version by itself, to be put into a path later: `'202309'`, `/202309` at the end of a base.
    String.raw`['"\x60/]20[2-9]\d[01]\d['"\x60]`,
    words.sdkClass,
    // The signing query: nobody else's requests carry both names, and a helper may hold nothing but them.
    String.raw`\bapp_key\b`,
    'AccessTokenTool',
    'TikTokShopNodeApiClient',
    ...words.hosts.map(escape),
    ...words.packages.map((name) => `['"]${escape(name)}['"/]`),
    words.tokenHeader,
    ...words.scopePrefixes.map(escape),
    'leastscope-',
  ];
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
