import { createCatalog } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import {
  call,
  claim,
  connect,
  declare,
  fieldRead,
  judge,
  outflow,
  placeAt,
  read,
  said,
  ship,
} from '../../../test/judge.js';
import { tinyCatalog } from '../../../test/tiny-catalog.js';

const yaml = declare({ purposes: `${connect}${ship}${read}` });

test('a call for data that no purpose of its file allows', () => {
  const { findings } = judge({ yaml, uses: [call('src/connect/a.ts:4:3', 'GET /order/202507/orders')] });
  const [finding, ...others] = findings.filter(({ place }) => place.file === 'src/connect/a.ts');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    rule: 'exceeds-purpose',
    message:
      '`GET /order/202507/orders` is called for order.reference, which no purpose of this file (`connect`) takes.',
    help: 'Move it into code of `ship` or `read`, or drop the call.',
    data: { personal: ['buyer.name', 'buyer.tax'], purposes: ['connect'] },
    related: [{ note: 'purpose `connect` is declared here', place: { start: { line: 4, column: 9 } } }],
  });
});

test('names a narrower way that carries all that the file reads of it', () => {
  const orders = 'GET /order/202507/orders';
  const uses = [call('src/connect/a.ts:1', orders)];
  const status = fieldRead('src/connect/a.ts:4', `${orders} data.orders[].status`, []);
  const help = (...points: readonly (typeof status | ReturnType<typeof outflow>)[]) =>
    judge({
      yaml,
      uses,
      reads: points.filter((point) => point.kind === 'read'),
      outflows: points.filter((point) => point.kind === 'outflow'),
    }).findings.find(({ rule }) => rule === 'exceeds-purpose')?.help ?? '';
  const offer =
    / Where it fits, the fields that this file reads of it come with less: webhook 1, which carries the order’s id and status\.$/;
  expect(help(status)).toMatch(offer);
  // An editor does not see who else is handed the answer, so other files change nothing.
  const use = placeAt('src/connect/a.ts:1');
  expect(help(status, fieldRead('src/other/b.ts:4', `${orders} data.orders[].name`, [], { use }))).toMatch(
    offer,
  );
  expect(help(status, fieldRead('src/connect/a.ts:5', `${orders} data.orders[].name`, []))).not.toMatch(
    offer,
  );
  expect(help(status, outflow('src/connect/a.ts:5', 'escaped', 'f', `${orders} data`, []))).not.toMatch(
    offer,
  );
  expect(help()).not.toMatch(offer);
});

test('a write needs a purpose that writes', () => {
  expect(
    said('exceeds-purpose', { yaml, uses: [call('src/read/a.ts:1', 'POST /parcel/202309/ship')] }),
  ).toEqual([
    'src/read/a.ts:1:1 error `POST /parcel/202309/ship` writes, and no purpose of this file that may see its data (`read`) writes.',
  ]);
});

test('one owning purpose that allows it is enough', () => {
  const uses = [call('src/read/a.ts:5', 'POST /parcel/202309/ship')];
  expect(said('exceeds-purpose', { yaml, uses, directives: [claim('src/read/a.ts:1', 'ship')] })).toEqual([]);
  expect(said('exceeds-purpose', { yaml, uses, directives: [claim('src/read/a.ts:4', 'ship', 5)] })).toEqual(
    [],
  );
  expect(
    said('exceeds-purpose', { yaml, uses, directives: [claim('src/read/a.ts:7', 'ship', 8)] }),
  ).toHaveLength(1);
  const everywhere = declare({ purposes: `${connect}${ship.replace('    code: [src/ship/**]\n', '')}` });
  expect(said('exceeds-purpose', { yaml: everywhere, uses })).toEqual([]);
});

test('`also` allows one more category, with its reason', () => {
  const also = '    also: [{ category: order.reference, because: The seller picks an order. }]\n';
  const uses = [call('src/connect/a.ts:1', 'GET /order/202507/orders')];
  expect(said('exceeds-purpose', { yaml: declare({ purposes: `${connect}${also}` }), uses })).toEqual([]);
});

test('a file without a purpose is one finding, naming the purpose that fits its calls', () => {
  const uses = [
    call('src/other/a.ts:1', 'GET /order/202507/orders'),
    call('src/other/a.ts:2', 'POST /parcel/202309/ship'),
  ];
  expect(said('exceeds-purpose', { yaml, uses })).toEqual([
    'src/other/a.ts:1:1 error This file calls `GET /order/202507/orders` and belongs to no declared purpose; the nearest is `ship`.',
  ]);
});

test('is silent where something else comes first, or nothing is known', () => {
  const silent = (text: string, ...uses: ReturnType<typeof call>[]) =>
    expect(said('exceeds-purpose', { yaml: text, uses })).toEqual([]);
  silent(yaml, call('src/other/a.ts:1', 'GET /money/202309/statements'));
  silent(yaml, call('src/other/a.ts:1', 'GET /dark/202309/matter'));
  silent(yaml, call('src/connect/a.ts:1', 'GET /api/v2/token/get'));
  silent(yaml, call('src/ship/a.ts:1', 'GET /tree/202309/categories'));
  silent(yaml, call('src/connect/a.ts:1', 'GET /order/202507/orders', { state: 'possibly-needed' }));
  silent(
    yaml.replace('kind: connecting', 'kind: conecting'),
    call('src/connect/a.ts:1', 'GET /order/202507/orders'),
  );
  silent(
    yaml.replace('code: [src/connect', 'cod: [src/connect'),
    call('src/x.ts:1', 'GET /order/202507/orders'),
  );
});

test('what the kind takes once it is declared is a warning with the line to write', () => {
  const catalog = createCatalog({
    ...tinyCatalog,
    purposes: tinyCatalog.purposes.map((row) =>
      row.kind === 'connecting' ? { ...row, optional: ['order.reference'] } : row,
    ),
  });
  const uses = [call('src/connect/a.ts:1', 'GET /order/202507/orders')];
  const [finding] = judge({ yaml: declare(), uses, catalog }).findings.filter(
    ({ rule }) => rule === 'exceeds-purpose',
  );
  expect(finding).toMatchObject({
    severity: 'warning',
    message:
      '`GET /order/202507/orders` is called for order.reference, which `connect` may take, but does not declare.',
    help: 'If `connect` needs it, declare it there: `also: [{ category: order.reference, because: … }]`. If not, drop the call.',
  });
});
