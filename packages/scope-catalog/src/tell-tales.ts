import type { Catalog } from './types.js';

/** What betrays, in the bare text of a file, that it may reach the platform. Derived from the data. */
export interface TellTales {
  /** Hosts of the API, of tokens and of authorization links. */
  readonly hosts: readonly string[];
  /** Hosts of the pages where sellers and creators authorize an app. */
  readonly authorizeHosts: readonly string[];
  /** Domains of the company's other services, which have scopes of their own. */
  readonly companyDomains: readonly string[];
  /** Packages made for the platform. */
  readonly packages: readonly string[];
  /** The header that carries the token on every call, lower case. */
  readonly tokenHeader: string;
  /** The parameter that names the app on every signed call, and what stands beside it. */
  readonly appKey: string;
  readonly besideAppKey: readonly string[];
  /** Every scope key and every known wrong spelling of one. */
  readonly scopeKeys: readonly string[];
  /** First two parts of the scope keys (`seller.order.`): a bare `seller.` would be in half the world's code. */
  readonly scopePrefixes: readonly string[];
  /** First parts of the scope keys: those that are words of the platform's own, and those that may be anybody's. */
  readonly scopeHeads: { readonly own: readonly string[]; readonly common: readonly string[] };
  /** First segments of the paths (`order`, `product`). */
  readonly modules: readonly string[];
  /** Starts of the first generation's paths (`/api/orders`). Common words: they tell nothing without a host. */
  readonly legacyPrefixes: readonly string[];
  /** Source of a regular expression for a version, `202309`. */
  readonly version: string;
  /** Source of a regular expression for a version segment in a path, `/202309/`. */
  readonly versionSegment: string;
  /** Source of a regular expression for a class name of the official SDK, `OrderV202309Api`. */
  readonly sdkClass: string;
  /** Other names that only the official SDK has. */
  readonly sdkNames: readonly string[];
  /** What tells a webhook: the property with its type, and those of which it has one beside it. */
  readonly webhookType: string;
  readonly besideWebhookType: readonly string[];
  /** Types of the webhooks that tell of a withdrawal, by number and by name. */
  readonly withdrawals: readonly string[];
  /** Words by which code calls the platform. */
  readonly names: readonly string[];
  /** What requests say to get more than they would otherwise: `need_data=true`, or a name that matters with any value. */
  readonly switches: readonly string[];
}

const derived = new WeakMap<Catalog, TellTales>();

/** The vocabulary of the text gate. A new host or SDK is a row of data, and the gate knows it. */
export function tellTales(catalog: Catalog): TellTales {
  const known = derived.get(catalog) ?? derive(catalog);
  derived.set(catalog, known);
  return known;
}

function derive(catalog: Catalog): TellTales {
  const { requests, paths, webhooks, names, sdk } = catalog.platform;
  const inUse = catalog.scopes.filter(({ noEndpoint }) => noEndpoint === undefined).map(({ key }) => key);
  const keys = [...catalog.scopeByKey.keys(), ...catalog.scopeAliases.map(({ alias }) => alias)];
  return {
    hosts: sorted(catalog.hosts.map(({ host }) => host)),
    companyDomains: catalog.platform.company.domains,
    authorizeHosts: sorted(catalog.hosts.filter(({ use }) => use === 'authorize').map(({ host }) => host)),
    packages: sorted(catalog.sdkPackages.map((row) => row.package)),
    tokenHeader: requests.tokenHeader,
    appKey: requests.appKey,
    besideAppKey: requests.besideAppKey,
    scopeKeys: sorted(keys),
    scopePrefixes: sorted(inUse.map((key) => `${key.split('.').slice(0, 2).join('.')}.`)),
    scopeHeads: headsOf(catalog),
    modules: sorted(
      catalog.endpoints.filter(({ version }) => version !== null).map(({ path }) => firstSegment(path)),
    ),
    legacyPrefixes: sorted(catalog.legacyEndpoints.map(({ path }) => path.split('/').slice(0, 3).join('/'))),
    version: paths.version,
    versionSegment: `/${paths.version}/`,
    sdkClass: String.raw`\b${sdk.apiClass}\b`,
    sdkNames: [sdk.tokenTool, sdk.client],
    webhookType: webhooks.type,
    besideWebhookType: webhooks.besideType,
    withdrawals: withdrawalsOf(catalog),
    names: names.inNames,
    switches: sorted(catalog.alternatives.flatMap(({ onlyWhere }) => onlyWhere ?? [])),
  };
}

function withdrawalsOf({ platform, webhooks }: Catalog): readonly string[] {
  const types = Object.values(platform.webhooks.withdrawal);
  const named = webhooks.filter(({ type, event }) => types.includes(type) && event !== '');
  return [...types.map(String), ...named.map(({ event }) => event)];
}

/** A first word that names a kind of user, or that nobody would spell so, is the platform's own; `data.` is not. */
function headsOf({ scopes, scopeAliases }: Catalog): TellTales['scopeHeads'] {
  const head = (key: string): string => key.split('.')[0] ?? '';
  const odd = new Set(scopeAliases.map(({ key }) => head(key)));
  const all = scopes.filter(({ noEndpoint }) => noEndpoint === undefined);
  const isOwn = ({ key, principal }: (typeof all)[number]): boolean =>
    head(key) === principal || odd.has(head(key));
  const own = sorted(all.filter(isOwn).map(({ key }) => head(key)));
  return { own, common: sorted(all.map(({ key }) => head(key))).filter((one) => !own.includes(one)) };
}

function firstSegment(path: string): string {
  return path.split('/')[1] ?? '';
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
