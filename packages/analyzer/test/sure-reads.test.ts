import { expect, test } from 'vitest';
import { analyzeSources } from './generate/run.js';

const host = 'https://open-api.tiktokglobalshop.com';

/** What is read of responses: `field of endpoint`, with a question mark where the endpoint is not sure. */
function reads(source: string): readonly string[] {
  return analyzeSources({ 'src/a.ts': source }).needs.reads.map(
    ({ part, isCertain: isSure }) => `${part.path} of ${part.endpoint}${isSure ? '' : '?'}`,
  );
}

test('of a call with one endpoint it is sure what answers', () => {
  const source = `const answer = await (await fetch('${host}/order/202507/orders')).json();
export const phones = answer.data.orders.map((order) => order.recipient_address.phone_number);`;
  expect(reads(source)).toContain('data.orders[].recipient_address.phone_number of GET /order/202507/orders');
});

test('of a legacy path it is not: another endpoint took its place', () => {
  const source = `const answer = await (await fetch('${host}/api/orders/search', { method: 'POST' })).json();
export const mails = answer.data.orders.map((order) => order.buyer_email);`;
  expect(reads(source)).toContain('data.orders[].buyer_email of POST /order/202309/orders/search?');
});
