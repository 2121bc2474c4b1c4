import { describe, expect, it } from 'vitest';
import {
  loadCatalog,
  payloadFieldAt,
  payloadFieldsOfWebhook,
  webhookEndpoint,
  webhookTypeOf,
} from '../src/index.js';

const shipped = loadCatalog();

describe('the payload of a webhook', () => {
  it('has the places of its page, with what they hold', () => {
    expect(payloadFieldsOfWebhook(shipped, 1).map(({ path, category }) => `${path} ${category}`)).toEqual([
      'shop_id seller.identity',
      'data.order_id order.reference',
      'data.order_status order.reference',
      'data.is_on_hold_order order.reference',
      'data.update_time order.reference',
    ]);
  });

  it('is known for every topic', () => {
    expect(shipped.webhooks.filter(({ type }) => payloadFieldsOfWebhook(shipped, type).length === 0)).toEqual(
      [],
    );
    expect(shipped.webhooks.map(({ type }) => type)).toContain(71);
    expect(payloadFieldsOfWebhook(shipped, 999)).toEqual([]);
  });

  it.each([
    [14, 'data.content', 'buyer.content'],
    [14, 'data.sender.im_user_id', 'buyer.id'],
    [4, 'data.package_list[0].order_id_list[1]', 'order.reference'],
    [4, 'data.package_list.package_id', 'order.reference'],
    [68, 'data.quantity_snapshot_after_change.in_shop_quantity', 'product.catalog'],
    [71, 'data.whatever', 'product.catalog'],
  ])('%i %s holds %s', (type, path, category) => {
    expect(payloadFieldAt(shipped, type, path)?.category).toBe(category);
  });

  it('claims nothing of a place that no row speaks of', () => {
    expect(payloadFieldAt(shipped, 1, 'data.buyer_name')).toBeNull();
    expect(payloadFieldAt(shipped, 999, 'data.id')).toBeNull();
  });

  it('brings no name, address, phone or mail address of anybody', () => {
    const contact = ['buyer.name', 'buyer.phone', 'buyer.address_street', 'buyer.email', 'business.contact'];
    const held = shipped.webhooks.flatMap(({ categories }) => categories);
    expect(held.filter((id) => contact.includes(id))).toEqual([]);
  });

  it('stands under an id that says its type', () => {
    expect(webhookTypeOf(webhookEndpoint(33))).toBe(33);
    expect(webhookTypeOf('POST /order/202309/orders/search')).toBeNull();
  });
});

describe('the names of events', () => {
  it('are marked where their source calls them a guess', () => {
    const guessed = shipped.webhooks.filter(({ eventConfidence }) => eventConfidence === 'guess');
    expect(guessed.map(({ type }) => type)).toEqual([21, 24, 27, 39, 58, 68]);
    const sure = shipped.webhooks.filter(({ eventConfidence }) => eventConfidence === 'documented');
    expect(sure.map(({ type }) => type)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 16, 18, 33, 36, 37,
    ]);
  });
});
