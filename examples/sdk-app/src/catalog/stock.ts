import type { ProductV202309Api } from '../../vendor/tiktok_sdk/index.js';
import { JSON_TYPE, type Shop } from '../client.js';

/** The class handed in from outside, known by its annotation. */
export class Stock {
  constructor(
    private readonly api: ProductV202309Api,
    private readonly shop: Shop,
  ) {}

  async set(productId: string, skuId: string, quantity: number): Promise<void> {
    await this.api.ProductsProductIdInventoryUpdatePost(
      productId,
      this.shop.accessToken,
      JSON_TYPE,
      this.shop.cipher,
      { skus: [{ id: skuId, inventory: [{ quantity }] }] },
    );
  }
}
