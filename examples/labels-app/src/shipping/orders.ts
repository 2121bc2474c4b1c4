import { tts } from '../http.js';

export interface Address {
  readonly name: string;
  readonly phone_number: string;
  readonly address_line1: string;
  readonly postal_code: string;
}

export interface Order {
  readonly id: string;
  readonly recipient_address: Address;
}

export async function waitingOrders(): Promise<readonly Order[]> {
  const page = await tts<{ orders: Order[] }>('POST', '/order/202309/orders/search', {
    order_status: 'AWAITING_SHIPMENT',
  });
  return page.orders;
}
