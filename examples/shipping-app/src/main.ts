import { listShops } from './connect/shops.js';
import { shipWaitingOrders, type Carrier } from './shipping/ship.js';

/** One round over every shop of one seller. */
export async function runOnce(accessToken: string, carrier: Carrier): Promise<void> {
  for (const shop of await listShops(accessToken)) {
    const shipped = await shipWaitingOrders({ accessToken, shopCipher: shop.cipher }, carrier);
    console.log(`${shop.region}: ${shipped} parcels shipped`);
  }
}
