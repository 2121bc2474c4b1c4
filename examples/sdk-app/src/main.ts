import { activeProducts, skusOf } from './catalog/products.js';
import { Stock } from './catalog/stock.js';
import { client } from './client.js';
import { connectedShops } from './connect/shops.js';
import { unitsSold } from './orders/sold.js';

export interface Warehouse {
  unitsOf(skuId: string): Promise<number>;
}

/** Brings the stock of every listed product in line with the warehouse. */
export async function syncStock(accessToken: string, warehouse: Warehouse, since: number): Promise<void> {
  for (const shop of await connectedShops(accessToken)) {
    const sold = await unitsSold(shop, since);
    const stock = new Stock(client.api.ProductV202309Api, shop);
    for (const productId of await activeProducts(shop)) {
      for (const skuId of await skusOf(shop, productId)) {
        await stock.set(productId, skuId, (await warehouse.unitsOf(skuId)) - (sold.get(skuId) ?? 0));
      }
    }
  }
}
