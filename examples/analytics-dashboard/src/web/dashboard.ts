import type { Period } from '../reports/period.js';
import { salesByProduct } from '../reports/products.js';
import { salesByRegion } from '../reports/sales-by-region.js';
import { salesByDay } from '../reports/sales.js';
import type { TikTokClient } from '../tiktok/client.js';

/** Everything the page shows, in one answer. */
export async function dashboard(client: TikTokClient, period: Period) {
  const since = Math.floor(Date.parse(period.start) / 1000);
  const [days, products, regions] = await Promise.all([
    salesByDay(client, period),
    salesByProduct(client, period),
    salesByRegion(client, since),
  ]);
  return { days, products, regions };
}
