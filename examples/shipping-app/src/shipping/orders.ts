import { ttsRequest, type ShopSession } from '../platform/http.js';

export interface Address {
  readonly name: string;
  readonly phone_number: string;
  readonly address_line1: string;
  readonly address_line2: string;
  readonly postal_code: string;
  readonly post_town: string;
  readonly region_code: string;
}

export interface Order {
  readonly id: string;
  readonly buyer_message: string;
  readonly packages: readonly { readonly id: string }[];
  readonly recipient_address: Address;
}

interface OrderPage {
  readonly orders: Order[];
  readonly next_page_token: string;
}

/** Orders that are paid and wait for their parcel. */
export async function* ordersToShip(session: ShopSession): AsyncGenerator<Order> {
  let pageToken = '';
  do {
    const page = await ttsRequest<OrderPage>(session, 'POST', '/order/202309/orders/search', {
      query: { page_size: '50', page_token: pageToken },
      body: { order_status: 'AWAITING_SHIPMENT' },
    });
    yield* page.orders;
    pageToken = page.next_page_token;
  } while (pageToken !== '');
}
