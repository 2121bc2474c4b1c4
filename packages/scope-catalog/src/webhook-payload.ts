import { fieldsOf } from './relations.js';
import type { Catalog, EndpointId, Field } from './types.js';

/**
 * The endpoint id under which the fields of a webhook's payload stand, so that whatever follows the answer of an
 * endpoint can follow a payload: `fieldsOf(catalog, webhookEndpoint(14))`.
 */
export function webhookEndpoint(type: number): EndpointId {
  return `WEBHOOK ${String(type)}`;
}

/** The type of the webhook that such an id stands for, or null for any other endpoint. */
export function webhookTypeOf(endpoint: EndpointId): number | null {
  const type = /^WEBHOOK (\d+)$/.exec(endpoint)?.[1];
  return type === undefined ? null : Number(type);
}

/**
 * What the payload of a webhook holds, read from its top level (`shop_id`, `data.order_id`), in the order of its page.
 * Empty for a type that the catalog lacks. `payloadFieldsOfWebhook(catalog, 14)` names `data.content` as `buyer.content`.
 */
export function payloadFieldsOfWebhook(catalog: Catalog, type: number): readonly Field[] {
  return fieldsOf(catalog, webhookEndpoint(type));
}

/**
 * The row that says what one place of a payload holds: its own, else the nearest row of a subtree (`data.sender.*`),
 * else the rest row (`*`). Null where none speaks of it; nothing may be claimed of it then.
 * Indexes may be left out or numbered: `data.skus[0].sku_id` and `data.skus.sku_id` are `data.skus[].sku_id`.
 */
export function payloadFieldAt(catalog: Catalog, type: number, path: string): Field | null {
  const asked = bare(path);
  const rows = payloadFieldsOfWebhook(catalog, type);
  const own = rows.find((row) => bare(row.path) === asked);
  if (own) return own;
  const above = rows.filter(
    ({ path: place }) => place.endsWith('.*') && asked.startsWith(bare(place.slice(0, -1))),
  );
  const nearest = [...above].sort((a, b) => b.path.length - a.path.length)[0];
  return nearest ?? rows.find(({ path: place }) => place === '*') ?? null;
}

function bare(path: string): string {
  return path.replace(/\[\d*\]/g, '');
}
