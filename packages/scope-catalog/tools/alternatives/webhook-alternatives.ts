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
      'data.orders[].id': 'order_id',
      'data.orders[].status': 'order_status',
      ...alike('data.orders[]', '', 'is_on_hold_order update_time'),
    },
    title: 'webhook 1, which carries an order’s id, its new status and the time of the change',
    source: page('Webhooks/Order/(1) Order status change'),
  },
  {
    ...webhook,
    endpoints: orderReads,
    instead: '3',
    carries: { 'data.orders[].id': 'order_id', 'data.orders[].has_updated_recipient_address': 'the event' },
    title: 'webhook 3, which says of which order the address changed, without the address',
    source: page('Webhooks/Logistics/(3) Recipient address update'),
  },
  {
    ...webhook,
    endpoints: orderReads,
    instead: '11',
    carries: {
      'data.orders[].id': 'order_id',
      'data.orders[].cancellation_initiator': 'cancellations_role',
      'data.orders[].request_cancel_time': 'create_time',
    },
    title: 'webhook 11, which carries the id of an order that is being cancelled, by whom and when',
    source: page('Webhooks/Order/(11) Cancellation status change'),
  },
];

const packages: readonly AlternativeRow[] = [
  {
    ...webhook,
    endpoints: ['GET /fulfillment/202309/packages/{package_id}'],
    instead: '4',
    carries: {
      'data.package_id': 'package_list.package_id',
      'data.orders[].id': 'package_list.order_id_list',
      'data.update_time': 'update_time',
    },
    title: 'webhook 4, which carries the ids of packages and their orders when they are combined or split',
    source: page('Webhooks/Logistics/(4) Package update'),
  },
  {
    ...webhook,
    endpoints: ['POST /fulfillment/202309/packages/search'],
    instead: '4',
    carries: {
      'data.packages[].id': 'package_list.package_id',
      'data.packages[].orders[].id': 'package_list.order_id_list',
      'data.packages[].update_time': 'update_time',
    },
    title: 'webhook 4, which carries the ids of packages and their orders when they are combined or split',
    source: page('Webhooks/Logistics/(4) Package update'),
  },
];

const aftersales: readonly AlternativeRow[] = [
  {
    ...webhook,
    endpoints: ['POST /return_refund/202309/cancellations/search'],
    instead: '11',
    carries: {
      ...alike('data.cancellations[]', '', 'order_id cancel_id cancel_status create_time'),
      'data.cancellations[].role': 'cancellations_role',
    },
    title: 'webhook 11, which carries a cancellation’s id, order, status, who asked for it and when',
    source: page('Webhooks/Order/(11) Cancellation status change'),
  },
  {
    ...webhook,
    endpoints: ['POST /return_refund/202309/returns/search'],
    instead: '12',
    carries: {
      ...alike(
        'data.return_orders[]',
        '',
        'order_id return_id return_type return_status create_time update_time',
      ),
      'data.return_orders[].role': 'return_role',
    },
    title: 'webhook 12, which carries a return’s id, order, type, status, who asked for it and when',
    source: page('Webhooks/Return and Refund/(12) Return status change'),
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
      'data.conversations[].id': 'conversation_id',
      'data.conversations[].create_time': 'create_time',
    },
    title: 'webhook 13, which carries a conversation’s id and begin when an agent joins or leaves it',
    source: page('Webhooks/Customer Service/(13) New conversation'),
  },
  {
    ...newMessage,
    endpoints: [conversations],
    carries: {
      'data.conversations[].id': 'conversation_id',
      'data.conversations[].latest_message.id': 'message_id',
      ...alike('data.conversations[].latest_message', '', message),
    },
  },
  {
    ...newMessage,
    endpoints: [`${conversations}/{conversation_id}/messages`],
    carries: { 'data.messages[].id': 'message_id', ...alike('data.messages[]', '', message) },
  },
];

const inventory: readonly AlternativeRow[] = [
  {
    ...webhook,
    endpoints: ['POST /product/202309/inventory/search'],
    instead: '68',
    carries: {
      'data.inventory[].product_id': 'product_id',
      'data.inventory[].skus[].id': 'sku_id',
      ...alike(
        'data.inventory[].skus[]',
        'quantity_snapshot_after_change',
        'total_available_quantity total_committed_quantity',
      ),
      'data.inventory[].skus[].total_available_inventory_distribution.in_shop_inventory.quantity':
        'quantity_snapshot_after_change.in_shop_quantity',
    },
    title: 'webhook 68, which carries a SKU’s quantities after each change, without the names of creators',
    source: page('Webhooks/Product/(68) Inventory changed'),
  },
];

export const webhookAlternatives: readonly AlternativeRow[] = [
  ...orders,
  ...packages,
  ...aftersales,
  ...chat,
  ...inventory,
];
