import { defaultBasePath, send, type ApiResult } from '../client/send.js';
import type { Order202309Order } from './orderV202309Api.js';

export class OrderV202507Api {
  constructor(private readonly basePath: string = defaultBasePath) {}

  OrdersGet(
    ids: readonly string[],
    xTtsAccessToken: string,
    _contentType: string,
    shopCipher?: string,
  ): Promise<ApiResult<{ orders?: readonly Order202309Order[] }>> {
    const path = '/order/202507/orders';
    const query = { ids: ids.join(','), shop_cipher: shopCipher };
    return send(this.basePath, { method: 'GET', path, accessToken: xTtsAccessToken, query });
  }
}
