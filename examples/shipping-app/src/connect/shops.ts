import { ttsRequest, type ShopSession } from '../platform/http.js';

export interface Shop {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly cipher: string;
}

/** The shops that the seller's authorization covers. Each has the cipher that later calls need. */
export async function listShops(accessToken: string): Promise<readonly Shop[]> {
  const session: ShopSession = { accessToken, shopCipher: null };
  const { shops } = await ttsRequest<{ shops: Shop[] }>(session, 'GET', '/authorization/202309/shops');
  return shops;
}
