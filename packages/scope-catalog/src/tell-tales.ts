import type { Catalog } from './types.js';

/** What betrays, in the bare text of a file, that it may reach the platform. Derived from the data. */
export interface TellTales {
  /** Hosts of the API, of tokens and of authorization links. */
  readonly hosts: readonly string[];
  /** Packages made for the platform. */
  readonly packages: readonly string[];
  /** The header that carries the token on every call, lower case. */
  readonly tokenHeader: string;
  /** Every scope key and every known wrong spelling of one. */
  readonly scopeKeys: readonly string[];
  /** First two parts of the scope keys (`seller.order.`): a bare `seller.` would be in half the world's code. */
  readonly scopePrefixes: readonly string[];
  /** First segments of the paths (`order`, `product`). */
  readonly modules: readonly string[];
  /** Starts of the first generation's paths (`/api/orders`). Common words: they tell nothing without a host. */
  readonly legacyPrefixes: readonly string[];
  /** Source of a regular expression for a version segment in a path, `/202309/`. */
  readonly versionSegment: string;
  /** Source of a regular expression for a class name of the official SDK, `OrderV202309Api`. */
  readonly sdkClass: string;
}

/** The vocabulary of the text gate. A new host or SDK is a row of data, and the gate knows it. */
export function tellTales(catalog: Catalog): TellTales {
  const inUse = catalog.scopes.filter(({ noEndpoint }) => noEndpoint === undefined).map(({ key }) => key);
  const keys = [...catalog.scopeByKey.keys(), ...catalog.scopeAliases.map(({ alias }) => alias)];
  return {
    hosts: sorted(catalog.hosts.map(({ host }) => host)),
    packages: sorted(catalog.sdkPackages.map((row) => row.package)),
    tokenHeader: 'x-tts-access-token',
    scopeKeys: sorted(keys),
    scopePrefixes: sorted(inUse.map((key) => `${key.split('.').slice(0, 2).join('.')}.`)),
    modules: sorted(
      catalog.endpoints.filter(({ version }) => version !== null).map(({ path }) => firstSegment(path)),
    ),
    legacyPrefixes: sorted(catalog.legacyEndpoints.map(({ path }) => path.split('/').slice(0, 3).join('/'))),
    versionSegment: String.raw`/20[2-9]\d[01]\d/`,
    sdkClass: String.raw`\b[A-Z][A-Za-z]*V20[2-9]\d[01]\dApi\b`,
  };
}

function firstSegment(path: string): string {
  return path.split('/')[1] ?? '';
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
