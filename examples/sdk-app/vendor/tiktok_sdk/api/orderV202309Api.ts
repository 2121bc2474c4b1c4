import { defaultBasePath, send, type ApiResult } from '../client/send.js';

export interface Order202309GetOrderListRequestBody {
  readonly order_status?: string;
  readonly create_time_ge?: number;
}

export interface Order202309Order {
  readonly id?: string;
  readonly status?: string;
  readonly line_items?: readonly { readonly sku_id?: string; readonly sku_name?: string }[];
}

export class OrderV202309Api {
  constructor(private readonly basePath: string = defaultBasePath) {}

  OrdersSearchPost(
    pageSize: number,
    xTtsAccessToken: string,
    _contentType: string,
    sortOrder?: string,
    pageToken?: string,
    sortField?: string,
    shopCipher?: string,
    body?: Order202309GetOrderListRequestBody,
  ): Promise<ApiResult<{ orders?: readonly Order202309Order[]; next_page_token?: string }>> {
    const path = '/order/202309/orders/search';
    const query = {
      page_size: pageSize,
      sort_order: sortOrder,
      page_token: pageToken,
      sort_field: sortField,
      shop_cipher: shopCipher,
    };
    return send(this.basePath, { method: 'POST', path, accessToken: xTtsAccessToken, query, body });
  }
}
