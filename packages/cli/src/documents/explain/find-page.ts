import type { RuleInfo } from '@leastscope/analyzer';
import {
  findEndpoints,
  nearestEndpoints,
  nearestName,
  nearestScope,
  type Catalog,
  type Endpoint,
  type HttpMethod,
} from '@leastscope/scope-catalog';
import { categoryPage } from './category-page.js';
import { endpointPage, legacyPage } from './endpoint-page.js';
import { missingScopeError, missingScopePage } from './missing-scope-page.js';
import type { Page } from './page.js';
import { purposePage } from './purpose-page.js';
import { rulePage } from './rule-page.js';
import { scopePage } from './scope-page.js';
import { webhookPage } from './webhook-page.js';
import { searchEntries, type Entry } from './entries.js';

export type Answer =
  | { readonly kind: 'pages'; readonly pages: readonly Page[] }
  /** It is no name of anything, but it stands in these. */
  | { readonly kind: 'found'; readonly entries: readonly Entry[] }
  /** Names that were probably meant; possibly none. */
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

/** What is known of a topic, whatever kind of thing it is. */
export function findPage(topic: string, rules: readonly RuleInfo[], catalog: Catalog): Answer {
  const named = namedPage(topic, rules, catalog);
  if (named !== null) return { kind: 'pages', pages: [named] };
  const asked = readEndpoint(topic);
  const match = asked === null ? null : findEndpoints(catalog, asked.method, asked.path);
  if (match === null || match.fit === 'loose') return notNamed(topic, rules, catalog);
  return {
    kind: 'pages',
    pages: [
      ...match.endpoints.map((endpoint) => endpointPage(endpoint, catalog)),
      ...match.legacy.map((endpoint) => legacyPage(endpoint, catalog)),
    ],
  };
}

/** A slip of a name is told as one before anything is searched: `seller.order.infos` is not looked for. */
function notNamed(topic: string, rules: readonly RuleInfo[], catalog: Catalog): Answer {
  const nearest = nearestTo(topic, rules, catalog);
  const entries = nearest.length > 0 ? [] : searchEntries(topic, rules, catalog);
  return entries.length > 0 ? { kind: 'found', entries } : { kind: 'unknown', nearest };
}

function namedPage(topic: string, rules: readonly RuleInfo[], catalog: Catalog): Page | null {
  if (topic === missingScopeError) return missingScopePage;
  const [, type] = /^(?:webhook\s+)?(\d{1,5})$/i.exec(topic) ?? [];
  const webhook = type === undefined ? undefined : catalog.webhookByType.get(Number(type));
  if (webhook !== undefined) return webhookPage(webhook, catalog);
  const rule = rules.find((info) => info.id === topic);
  if (rule !== undefined) return rulePage(rule);
  const scope = catalog.scopeByKey.get(topic);
  if (scope !== undefined) return scopePage(scope, catalog);
  const category = catalog.categoryById.get(topic);
  if (category !== undefined) return categoryPage(category, catalog);
  const purpose = catalog.purposeByKind.get(topic);
  return purpose === undefined ? null : purposePage(purpose);
}

export interface AskedEndpoint {
  readonly method: HttpMethod | null;
  readonly path: string;
}

/** `POST /order/202309/orders/search`, or the path alone, with or without the host. */
export function readEndpoint(topic: string): AskedEndpoint | null {
  const [, method, path] =
    /^(?:(get|post|put|patch|delete)\s+)?(?:https?:\/\/[^/]+)?(\/.*)$/i.exec(topic) ?? [];
  if (path === undefined) return null;
  return { method: method === undefined ? null : (method.toUpperCase() as HttpMethod), path };
}

function nearestTo(topic: string, rules: readonly RuleInfo[], catalog: Catalog): readonly string[] {
  const names = [
    ...rules.map((rule) => rule.id),
    ...catalog.categoryById.keys(),
    ...catalog.purposeByKind.keys(),
  ];
  const found = [nearestScope(catalog, topic), nearestName(names, topic)].filter((name) => name !== null);
  return found.length > 0 ? found : nearEndpoints(topic, catalog).map((endpoint) => endpoint.id);
}

/** Only for what looks like a path: every word is near to some endpoint. */
export function nearEndpoints(topic: string, catalog: Catalog): readonly Endpoint[] {
  const asked = readEndpoint(topic) ?? readEndpoint(topic.replace(/^(\w+\s+)?\/?/, '$1/'));
  if (asked === null || !topic.includes('/')) return [];
  return nearestEndpoints(catalog, asked.method, asked.path);
}
