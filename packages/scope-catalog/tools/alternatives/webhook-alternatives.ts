import { alike, page } from './alternative-rows.js';
import type { AlternativeRow } from './alternative-rows.js';

const webhook = { kind: 'webhook', confidence: 'documented' } as const;
const orderReads = [
  'GET /order/202507/orders',
  'GET /order/202309/privileged_orders',
  'POST /order/202309/orders/search',
];
const conversations = 'GET /customer_service/202309/conversations';

const orders: readonly AlternativeRow[] = [
  {
    ...webhook,
    endpoints: orderReads,
    instead: '1',
    carries: {
      'data.orders[].id': 'data.order_id',
      'data.orders[].status': 'data.order_status',
      ...alike('data.orders[]', 'data', 'is_on_hold_order update_time'),
    },
    title: 'webhook 1, which carries an order’s id, its new status and the time of the change',
    source: page('Webhooks/Order/(1) Order status change'),
  },
  {
    ...webhook,
    endpoints: orderReads,
    instead: '3',
    carries: {
      'data.orders[].id': 'data.order_id',
      'data.orders[].has_updated_recipient_address': 'the event',
    },
    title: 'webhook 3, which says of which order the address changed, without the address',
    source: page('Webhooks/Logistics/(3) Recipient address update'),
  },
  {
    ...webhook,
    endpoints: orderReads,
    instead: '11',
    carries: {
      'data.orders[].id': 'data.order_id',
      'data.orders[].cancellation_initiator': 'data.cancellations_role',
    },
    title: 'webhook 11, which carries the id of an order that is being cancelled, and by whom',
    source: page('Webhooks/Order/(11) Cancellation status change'),
  },
];

const packages: readonly AlternativeRow[] = [
  {
    ...webhook,
    endpoints: ['GET /fulfillment/202309/packages/{package_id}'],
    instead: '4',
    carries: {
      'data.package_id': 'data.package_list[].package_id',
      'data.orders[].id': 'data.package_list[].order_id_list[]',
      'data.update_time': 'data.update_time',
    },
    title: 'webhook 4, which carries the ids of packages and their orders when they are combined or split',
    source: page('Webhooks/Logistics/(4) Package update'),
  },
  {
    ...webhook,
    endpoints: ['POST /fulfillment/202309/packages/search'],
    instead: '4',
    carries: {
      'data.packages[].id': 'data.package_list[].package_id',
      'data.packages[].orders[].id': 'data.package_list[].order_id_list[]',
      'data.packages[].update_time': 'data.update_time',
    },
    title: 'webhook 4, which carries the ids of packages and their orders when they are combined or split',
    source: page('Webhooks/Logistics/(4) Package update'),
  },
];

const rma = 'data.return_merchandise_authorizations[]';

const aftersales: readonly AlternativeRow[] = [
  {
    ...webhook,
    endpoints: ['POST /return_refund/202309/cancellations/search'],
    instead: '11',
    carries: {
      ...alike('data.cancellations[]', 'data', 'order_id cancel_id cancel_status'),
      'data.cancellations[].role': 'data.cancellations_role',
    },
    title: 'webhook 11, which carries a cancellation’s id, order, status and who asked for it',
    source: page('Webhooks/Order/(11) Cancellation status change'),
  },
  {
    ...webhook,
    endpoints: ['POST /return_refund/202309/returns/search'],
    instead: '12',
    carries: {
      ...alike(
        'data.return_orders[]',
        'data',
        'order_id return_id return_type return_status create_time update_time',
      ),
      'data.return_orders[].role': 'data.return_role',
    },
    title: 'webhook 12, which carries a return’s id, order, type, status, who asked for it and when',
    source: page('Webhooks/Return and Refund/(12) Return status change'),
  },
  {
    ...webhook,
    endpoints: ['POST /return_refund/202603/aftersales/search'],
    instead: '64',
    carries: {
      'data.aftersales_requests[].id': 'data.aftersales_request_id',
      'data.aftersales_requests[].status': 'data.aftersales_request_status',
    },
    title: 'webhook 64, which carries the id and the new status of a request',
    source: 'copy of the docv2 page scraped 2026-05-21, unattributed-public-file:55877300593',
  },
  {
    ...webhook,
    endpoints: ['POST /return_refund/202604/rma/search'],
    instead: '65',
    carries: {
      [`${rma}.id`]: 'data.rma_id',
      [`${rma}.aftersales_request_id`]: 'data.aftersales_request_id',
      [`${rma}.status`]: 'data.rma_status',
    },
    title: 'webhook 65, which carries the ids and the new status of a return parcel',
    source: 'copy of the docv2 page scraped 2026-05-21, unattributed-public-file:55844724108',
  },
  {
    ...webhook,
    // One refund may be of several lines; that it is of one return is our reading.
    confidence: 'inferred',
    endpoints: ['POST /return_refund/202602/returns/search'],
    instead: '67',
    carries: {
      'data.return_orders[].order_id': 'data.line_items[].main_order_id',
      'data.return_orders[].refund_amount.refund_total': 'data.refund_total',
      'data.return_orders[].refund_amount.currency': 'data.refund_currency',
      'data.return_orders[].return_line_items[].return_line_item_id': 'data.line_items[].return_line_item_id',
    },
    title: 'webhook 67, which carries the total of each refund that was paid, its order and its lines',
    source: 'copy of the docv2 page scraped 2026-05-21, unattributed-public-file:55828788838',
  },
];

const samples: readonly AlternativeRow[] = [
  {
    ...webhook,
    endpoints: ['POST /affiliate_seller/202508/sample_applications/search'],
    instead: '56',
    carries: {
      ...alike('data.sample_applications[].product', 'data.product', 'id sku_id'),
      'data.sample_applications[].id': 'data.application_id',
      'data.sample_applications[].status': 'data.new_status',
      'data.sample_applications[].creator.creator_open_id': 'data.creator.creator_open_id',
    },
    title: 'webhook 56, which carries a request’s id and new status, its product and the creator’s open id',
    source: page('Webhooks/Affiliate Seller/(56) Sample Application Status Change'),
  },
];

const newMessage = {
  ...webhook,
  instead: '14',
  title: 'webhook 14, which carries each new message without the buyer’s name and picture',
  source: page('Webhooks/Customer Service/(14) New message'),
} as const;
const message = 'index type content create_time is_visible sender.im_user_id sender.role';

const chat: readonly AlternativeRow[] = [
  {
    ...webhook,
    endpoints: [conversations],
    instead: '13',
    carries: {
      'data.conversations[].id': 'data.conversation_id',
      'data.conversations[].create_time': 'data.create_time',
    },
    title: 'webhook 13, which carries a conversation’s id and begin when an agent joins or leaves it',
    source: page('Webhooks/Customer Service/(13) New conversation'),
  },
  {
    ...newMessage,
    endpoints: [conversations],
    carries: {
      'data.conversations[].id': 'data.conversation_id',
      'data.conversations[].latest_message.id': 'data.message_id',
      ...alike('data.conversations[].latest_message', 'data', message),
    },
  },
  {
    ...newMessage,
    endpoints: [`${conversations}/{conversation_id}/messages`],
    carries: { 'data.messages[].id': 'data.message_id', ...alike('data.messages[]', 'data', message) },
  },
];

const inventory: readonly AlternativeRow[] = [
  {
    ...webhook,
    endpoints: ['POST /product/202309/inventory/search'],
    instead: '68',
    carries: {
      'data.inventory[].product_id': 'data.product_id',
      'data.inventory[].skus[].id': 'data.sku_id',
      ...alike(
        'data.inventory[].skus[]',
        'data.quantity_snapshot_after_change',
        'total_available_quantity total_committed_quantity',
      ),
      'data.inventory[].skus[].total_available_inventory_distribution.in_shop_inventory.quantity':
        'data.quantity_snapshot_after_change.in_shop_quantity',
    },
    title: 'webhook 68, which carries a SKU’s quantities after each change, without the names of creators',
    source: page('Webhooks/Product/(68) Inventory changed'),
  },
];

export const webhookAlternatives: readonly AlternativeRow[] = [
  ...orders,
  ...packages,
  ...aftersales,
  ...samples,
  ...chat,
  ...inventory,
];
