import { page } from './alternative-rows.js';
import type { AlternativeRow } from './alternative-rows.js';

const orderReads = [
  'GET /order/202507/orders',
  'GET /order/202309/privileged_orders',
  'POST /order/202309/orders/search',
];

export const webhookAlternatives: readonly AlternativeRow[] = [
  {
    endpoints: orderReads,
    kind: 'webhook',
    instead: '1',
    carries: {
      'data.orders[].id': 'order_id',
      'data.orders[].status': 'order_status',
      'data.orders[].is_on_hold_order': 'is_on_hold_order',
      'data.orders[].update_time': 'update_time',
    },
    title:
      'webhook 1, which carries the order’s id, its status (`CANCEL` for `CANCELLED`) and the time of the change',
    confidence: 'documented',
    source: page('Webhooks/Order/(1) Order status change'),
  },
];
