import type { Outflow, Use } from '@leastscope/analyzer';
import { loadCatalog, type CategoryId, type PurposeKind } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import type { Piece, Point } from './piece.js';
import { settleKinds } from './settle-kinds.js';

const at = { file: 'a.ts', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
const use: Use = {
  method: 'GET',
  path: '/order/202309/orders',
  endpoint: null,
  fit: 'exact',
  state: 'needed',
  place: at,
  pathPlace: null,
  via: [],
  fileKind: 'production',
  evidence: 'path',
};

function point(path: string, category: CategoryId): Point {
  return {
    kind: 'read',
    part: { endpoint: 'GET /order/202309/orders', kind: 'field', path, categories: [category] },
    place: at,
    enteredBy: null,
    use: at,
    isCertain: true,
    isBeyondImports: false,
    via: [],
    fileKind: 'production',
  };
}

function sent(path: string, category: CategoryId, recipient: string): Outflow {
  const rest = { sink: 'fetch', recipient, takenAt: at, put: null, reason: null };
  return { ...point(path, category), kind: 'outflow', to: 'sent', ...rest };
}

function piece(kind: PurposeKind, points: readonly Point[] = [], file = 'a.ts', calls = 1): Piece {
  return { kind, file, uses: Array.from({ length: calls }, () => use), points };
}

const settled = (...pieces: readonly Piece[]) =>
  settleKinds(pieces, loadCatalog()).map(({ kind, file }) => `${file} ${kind}`);

const sku = point('data.orders[].line_items[].seller_sku', 'buyer.purchase');
const total = point('data.orders[].payment.total_amount', 'buyer.purchase');
const status = point('data.orders[].status', 'buyer.purchase');
const street = point('data.orders[].recipient_address.full_address', 'buyer.address_street');

test.each([
  [
    'articles of orders, for the stock',
    [piece('order_management', [sku]), piece('inventory_sync')],
    ['inventory_sync'],
  ],
  [
    'sums of orders, for the books',
    [piece('order_management', [total]), piece('accounting_finance')],
    ['accounting_finance'],
  ],
  [
    'sums of orders, for figures',
    [piece('order_management', [total]), piece('analytics_reporting')],
    ['analytics_reporting'],
  ],
  [
    'more of orders than the stock needs',
    [piece('order_management', [sku, status]), piece('inventory_sync')],
    ['order_management', 'inventory_sync'],
  ],
  [
    'orders of which nothing is read here',
    [piece('order_management'), piece('inventory_sync')],
    ['order_management', 'inventory_sync'],
  ],
  [
    'the address, for the parcel',
    [piece('order_management', [street]), piece('shipping_seller')],
    ['shipping_seller'],
  ],
  [
    'parcels in two ways, most by the platform',
    [piece('shipping_seller'), piece('shipping_platform', [], 'a.ts', 2)],
    ['shipping_platform'],
  ],
  [
    'parcels in two ways, with the address',
    [piece('shipping_platform', [street], 'a.ts', 2), piece('shipping_seller')],
    ['shipping_seller'],
  ],
] as const)('%s', (_, pieces, kinds) => {
  expect(settled(...pieces)).toEqual(kinds.map((kind) => `a.ts ${kind}`));
});

test('who gets the data says what it is for, in the file that hands it over', () => {
  const mail = sent('data.orders[].buyer_email', 'buyer.email_alias', 'a.klaviyo.com');
  expect(settled(piece('order_management', [mail]))).toEqual(['a.ts loyalty_crm']);
  expect(settled(piece('order_management', [mail]), piece('order_management', [status], 'b.ts'))).toEqual([
    'a.ts loyalty_crm',
    'b.ts order_management',
  ]);
  const unknown = sent('data.orders[].buyer_email', 'buyer.email_alias', 'klaviyo.com.example');
  expect(settled(piece('order_management', [unknown]))).toEqual(['a.ts order_management']);
});

test('a client that only fetches goes with whoever takes what it brings', () => {
  const message = sent('data.messages[].content', 'buyer.content', 'api.openai.com');
  const client = piece('customer_service', [], 'client.ts');
  expect(settled(client, piece('customer_service', [message]))).toEqual([
    'client.ts support_assistant',
    'a.ts support_assistant',
  ]);
  const inbox = piece('customer_service', [point('data.messages[].content', 'buyer.content')], 'inbox.ts');
  expect(settled(client, piece('customer_service', [message]), inbox)).toEqual([
    'client.ts customer_service',
    'a.ts support_assistant',
    'inbox.ts customer_service',
  ]);
});

test('parcels of two files may leave in two ways', () => {
  expect(settled(piece('shipping_seller'), piece('shipping_platform', [], 'b.ts'))).toEqual([
    'a.ts shipping_seller',
    'b.ts shipping_platform',
  ]);
});
