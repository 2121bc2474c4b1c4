import { loadCatalog } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import { fieldRead, judge } from '../../test/judge.js';

const orders = 'GET /order/202309/orders';
const yaml = `schema: 1
app: { name: ParcelPilot, type: public, tokens: [seller] }
requestedScopes: [seller.order.info]
purposes:
  - { id: stock, kind: inventory_sync, text: Keep the stock of the shop equal to that of the warehouse. }
`;

/** What the help offers for a street that code of a purpose for stock reads, beside other fields. */
function offered(...more: readonly (readonly [path: string, category: string])[]): string {
  const reads = [['recipient_address.full_address', 'buyer.address_street'] as const, ...more].map(
    ([path, category], index) =>
      fieldRead(`src/a.ts:${String(index + 4)}`, `${orders} data.orders[].${path}`, [category]),
  );
  const { findings } = judge({ yaml, reads, catalog: loadCatalog() });
  const found = findings.find(({ data }) => data['category'] === 'buyer.address_street');
  return /of kind (.*)\.$/.exec(found?.help ?? '')?.[1] ?? '';
}

test('the kinds that fit the rest of the file come first', () => {
  expect(offered()).toMatch(/^`shipping_seller`, /);
  expect(offered(['cpf', 'buyer.tax_id'], ['recipient_address.name', 'buyer.name'])).toMatch(
    /^`customs_crossborder`, /,
  );
});
