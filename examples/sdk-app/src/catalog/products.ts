import { ProductV202309Api, ProductV202502Api } from '../../vendor/tiktok_sdk/index.js';
import { JSON_TYPE, type Shop } from '../client.js';

/** Classes made directly, without the client. */
const search = new ProductV202502Api();
const products = new ProductV202309Api('https://open-api.tiktokglobalshop.com');

export async function activeProducts(shop: Shop): Promise<readonly string[]> {
  const { body } = await search.ProductsSearchPost(100, shop.accessToken, JSON_TYPE, undefined, shop.cipher, {
    status: 'ACTIVATE',
  });
  return (body.data?.products ?? []).flatMap(({ id }) => (id === undefined ? [] : [id]));
}

export async function skusOf(shop: Shop, productId: string): Promise<readonly string[]> {
  const { body } = await products.ProductsProductIdGet(productId, shop.accessToken, JSON_TYPE, shop.cipher);
  return (body.data?.skus ?? []).flatMap(({ id }) => (id === undefined ? [] : [id]));
}
