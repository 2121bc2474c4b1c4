import { ttsRequest, type ShopSession } from '../platform/http.js';
import { labelFor, type Label } from './label.js';
import { ordersToShip } from './orders.js';

/** The carrier of our choice: takes a label, gives a tracking number. */
export interface Carrier {
  readonly providerId: string;
  book(label: Label): Promise<{ trackingNumber: string }>;
}

/** Books every waiting parcel with the carrier and reports its tracking number back. */
export async function shipWaitingOrders(session: ShopSession, carrier: Carrier): Promise<number> {
  let shipped = 0;
  for await (const order of ordersToShip(session)) {
    const { trackingNumber } = await carrier.book(labelFor(order));
    for (const parcel of order.packages) {
      await shipPackage(session, parcel.id, carrier.providerId, trackingNumber);
      shipped += 1;
    }
  }
  return shipped;
}

async function shipPackage(
  session: ShopSession,
  packageId: string,
  shippingProviderId: string,
  trackingNumber: string,
): Promise<void> {
  await ttsRequest(session, 'POST', `/fulfillment/202309/packages/${packageId}/ship`, {
    body: {
      handover_method: 'DROP_OFF',
      self_shipment: { tracking_number: trackingNumber, shipping_provider_id: shippingProviderId },
    },
  });
}
