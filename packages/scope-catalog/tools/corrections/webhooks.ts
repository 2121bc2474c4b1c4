import type { CategoryId } from '@leastscope/scope-catalog';

/** What a webhook carries where its fields were not classified: read off its own data column, or its group. */
export const webhookCategories: Readonly<Record<number, readonly CategoryId[]>> = {
  2: ['buyer.aftersale', 'order.reference'], // the older form of 11 and 12
  8: ['order.reference'], // the older form of 13
  9: ['buyer.content', 'buyer.id', 'order.reference'], // the older form of 14
  50: ['product.catalog'], // only its topic is known
  56: ['creator.collaboration', 'creator.id_open', 'creator.profile'],
  58: ['order.reference', 'seller.identity', 'shipment.tracking'],
  59: ['creator.collaboration', 'creator.id_open'],
  62: ['product.catalog'],
  63: ['promotion.campaign'],
  64: ['buyer.aftersale', 'order.reference'], // only its topic is known
  65: ['buyer.aftersale', 'order.reference'], // only its topic is known
  66: ['product.catalog'], // only its topic is known
  67: ['buyer.aftersale', 'order.reference'], // only its topic is known
  68: ['product.catalog', 'seller.identity'],
};
