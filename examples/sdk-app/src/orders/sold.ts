import { client, JSON_TYPE, type Shop } from '../client.js';

/** A class taken off the client first, as people do when they call it often. */
const { OrderV202309Api: orders } = client.api;

/** Units sold per SKU since a moment. */
export async function unitsSold(shop: Shop, since: number): Promise<ReadonlyMap<string, number>> {
  const units = new Map<string, number>();
  let pageToken: string | undefined;
  do {
    const { body } = await orders.OrdersSearchPost(
      100,
      shop.accessToken,
      JSON_TYPE,
      'ASC',
      pageToken,
      'create_time',
      shop.cipher,
      { create_time_ge: since },
    );
    for (const line of (body.data?.orders ?? []).flatMap((order) => order.line_items ?? [])) {
      if (line.sku_id !== undefined) units.set(line.sku_id, (units.get(line.sku_id) ?? 0) + 1);
    }
    pageToken = body.data?.next_page_token;
  } while (pageToken);
  return units;
}
