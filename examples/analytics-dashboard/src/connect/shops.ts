import type { TikTokClient } from '../tiktok/client.js';
import { endpoints } from '../tiktok/endpoints.js';

export interface Shop {
  readonly id: string;
  readonly name: string;
  readonly cipher: string;
}

/** The shops behind one authorization. */
export async function connectedShops(client: TikTokClient): Promise<readonly Shop[]> {
  const { shops } = await client.get<{ shops: Shop[] }>(endpoints.shops);
  return shops;
}

/** Whether a shop answers. Any call would tell; this one brings a page of orders to find out. */
export async function isConnected(client: TikTokClient): Promise<boolean> {
  await client.post(endpoints.orderSearch, {});
  return true;
}
