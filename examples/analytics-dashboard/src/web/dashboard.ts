import type { Period } from '../reports/period.js';
import { salesByProduct } from '../reports/products.js';
import { salesByDay } from '../reports/sales.js';
import { topBuyers } from '../reports/top-buyers.js';
import type { TikTokClient } from '../tiktok/client.js';

/** Everything the page shows, in one answer. */
export async function dashboard(client: TikTokClient, period: Period) {
  const since = Math.floor(Date.parse(period.start) / 1000);
  const [days, products, buyers] = await Promise.all([
    salesByDay(client, period),
    salesByProduct(client, period),
    topBuyers(client, since),
  ]);
  return { days, products, buyers };
}
