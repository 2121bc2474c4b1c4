import { expect, test } from 'vitest';
import { call, cleanCalls, declare, judge, said } from '../../test/judge.js';

test('one note an endpoint, at its first call', () => {
  const uses = [...cleanCalls, call('src/ship/second.ts:1', 'GET /order/202507/orders')];
  expect(said('surplus-data', { yaml: declare(), uses })).toEqual([
    'src/ship/orders.ts:1:1 note `GET /order/202507/orders` also delivers `buyer.tax`, which `ship` does not need.',
  ]);
  const [note] = judge({ yaml: declare(), uses }).findings;
  expect(note?.related).toMatchObject([{ place: { file: 'src/ship/second.ts' }, note: 'called here too' }]);
});

test('is silent where `also` asks for it, and where the call exceeds its purpose anyway', () => {
  const more = '    also: [{ category: buyer.tax, because: The label needs it. }]\n';
  expect(said('surplus-data', { yaml: declare({ more }), uses: cleanCalls })).toEqual([]);
  const uses = [call('src/connect/a.ts:1', 'GET /order/202507/orders')];
  expect(said('surplus-data', { yaml: declare(), uses })).toEqual([]);
});
