import { connectedShops, isConnected } from './connect/shops.js';
import { TikTokClient, type Credentials } from './tiktok/client.js';
import type { Period } from './reports/period.js';
import { dashboard } from './web/dashboard.js';

/** The dashboard of every shop that the seller connected and that answers. */
export async function dashboards(credentials: Credentials, period: Period) {
  const shops = await connectedShops(new TikTokClient(credentials));
  return Promise.all(
    shops.map(async (shop) => {
      const client = new TikTokClient({ ...credentials, shopCipher: shop.cipher });
      if (!(await isConnected(client))) return { shop: shop.name };
      return { shop: shop.name, ...(await dashboard(client, period)) };
    }),
  );
}
