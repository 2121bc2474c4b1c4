import { tts } from '../http.js';

export interface Shop {
  readonly id: string;
  readonly cipher: string;
}

export async function shops(): Promise<readonly Shop[]> {
  const { shops } = await tts<{ shops: Shop[] }>('GET', '/authorization/202309/shops');
  return shops.map((shop) => ({ id: shop.id, cipher: shop.cipher }));
}
