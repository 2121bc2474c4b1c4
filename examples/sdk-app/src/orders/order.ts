import { client, JSON_TYPE, type Shop } from '../client.js';

/** One order's status, to tell whether its stock is already taken. */
export async function orderStatus(shop: Shop, id: string): Promise<string | undefined> {
  const api = client.api;
  const { body } = await api.OrderV202507Api.OrdersGet([id], shop.accessToken, JSON_TYPE, shop.cipher);
  return body.data?.orders?.[0]?.status;
}
