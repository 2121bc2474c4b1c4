import { defaultBasePath, send, type ApiResult } from '../client/send.js';

export class ProductV202502Api {
  constructor(private readonly basePath: string = defaultBasePath) {}

  ProductsSearchPost(
    pageSize: number,
    xTtsAccessToken: string,
    _contentType: string,
    pageToken?: string,
    shopCipher?: string,
    body?: { readonly status?: string },
  ): Promise<ApiResult<{ products?: readonly { id?: string; title?: string }[]; next_page_token?: string }>> {
    const path = '/product/202502/products/search';
    const query = { page_size: pageSize, page_token: pageToken, shop_cipher: shopCipher };
    return send(this.basePath, { method: 'POST', path, accessToken: xTtsAccessToken, query, body });
  }
}
