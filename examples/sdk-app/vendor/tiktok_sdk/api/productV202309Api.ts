import { defaultBasePath, send, type ApiResult } from '../client/send.js';

export interface Product202309UpdateInventoryRequestBody {
  readonly skus: readonly {
    readonly id: string;
    readonly inventory: readonly { readonly quantity: number }[];
  }[];
}

export class ProductV202309Api {
  constructor(private readonly basePath: string = defaultBasePath) {}

  ProductsProductIdGet(
    productId: string,
    xTtsAccessToken: string,
    _contentType: string,
    shopCipher?: string,
  ): Promise<ApiResult<{ id?: string; title?: string; skus?: readonly { id?: string }[] }>> {
    const path = `/product/202309/products/${encodeURIComponent(productId)}`;
    const query = { shop_cipher: shopCipher };
    return send(this.basePath, { method: 'GET', path, accessToken: xTtsAccessToken, query });
  }

  ProductsProductIdInventoryUpdatePost(
    productId: string,
    xTtsAccessToken: string,
    _contentType: string,
    shopCipher?: string,
    body?: Product202309UpdateInventoryRequestBody,
  ): Promise<ApiResult<unknown>> {
    const path = `/product/202309/products/${encodeURIComponent(productId)}/inventory/update`;
    const query = { shop_cipher: shopCipher };
    return send(this.basePath, { method: 'POST', path, accessToken: xTtsAccessToken, query, body });
  }
}
