import type { Order } from './orders.js';

export interface Label {
  readonly lines: readonly string[];
  readonly phone: string;
  readonly note: string;
}

/** What is printed on the parcel, and nothing else of the order. */
export function labelFor(order: Order): Label {
  const { recipient_address: to } = order;
  return {
    lines: [
      to.name,
      to.address_line1,
      to.address_line2,
      `${to.postal_code} ${to.post_town}`,
      to.region_code,
    ].filter((line) => line.trim() !== ''),
    phone: to.phone_number,
    note: order.buyer_message,
  };
}
