import { webhookTypeOf, type Catalog, type Endpoint } from '@leastscope/scope-catalog';
import type { ResponsePart } from '../model/data-flow.js';

/**
 * The endpoint that a part of a response is of. A webhook is judged like one that needs no scope and takes nothing: what
 * its payload holds comes to the app by itself.
 */
export function endpointOfPart(catalog: Catalog, { endpoint }: ResponsePart): Endpoint | undefined {
  const type = webhookTypeOf(endpoint);
  return type === null ? catalog.endpointById.get(endpoint) : webhookAsEndpoint(catalog, type, endpoint);
}

function webhookAsEndpoint(catalog: Catalog, type: number, id: string): Endpoint | undefined {
  const webhook = catalog.webhooks.find((row) => row.type === type);
  if (webhook === undefined) return undefined;
  return {
    id,
    method: 'POST',
    path: id,
    host: 'api',
    version: null,
    family: id,
    group: webhook.group,
    title: webhook.title,
    sdk: null,
    scopes: [],
    scopeConfidence: 'not-needed',
    access: 'read',
    status: 'current',
    replacedBy: null,
    tokens: [],
    categories: { primary: [], incidental: [], sent: [] },
    source: webhook.source,
    date: webhook.date,
  };
}
