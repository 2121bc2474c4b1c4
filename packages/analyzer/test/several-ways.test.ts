import { expect, it } from 'vitest';
import { analyzeSources } from './generate/run.js';

const ways = ['save(order);', 'save(rest);'];

function keptBy(statements: readonly string[]): readonly (readonly string[])[] {
  const text = `import { db } from 'some-db';
const save = (row) => db.labels.insertOne(row);
export async function sync() {
  const answer = await fetch('https://open-api.tiktokglobalshop.com/order/202309/orders/search', { method: 'POST' });
  const { data } = await answer.json();
  const [order] = data.orders;
  const { recipient_address, buyer_email, ...rest } = order;
  ${statements.join('\n  ')}
}
`;
  const { outflows } = analyzeSources({ 'src/sync.js': text }).needs;
  return outflows.filter(({ place }) => place.start.line === 2).map(({ part }) => part.categories);
}

it('tells all of a record that comes to a place by several ways, in whatever order they are seen', () => {
  const [whole] = keptBy(ways.slice(0, 1));
  const [rest] = keptBy(ways.slice(1));
  expect(whole?.length).toBeGreaterThan(rest?.length ?? Infinity);
  expect(keptBy(ways)).toEqual([whole]);
  expect(keptBy(ways.toReversed())).toEqual([whole]);
});
