import { expect, test } from 'vitest';
import { createCatalog } from '@leastscope/scope-catalog';
import { declare, judge, outflow, placeAt, read, said, ship } from '../../../test/judge.js';
import { category, tinyCatalog } from '../../../test/tiny-catalog.js';

const orders = 'GET /order/202507/orders data.orders[]';
const held = ['buyer.name', 'buyer.tax', 'order.reference'];
const stored = (at: string, extra = {}) => outflow(at, 'stored', 'prisma.order.create', orders, held, extra);
const yaml = declare();

test('names what goes beyond the purpose first, with the line to write where a purpose may take it', () => {
  const outflows = [stored('src/ship/a.ts:4:9')];
  const finding = judge({ yaml, outflows }).findings.find(({ rule }) => rule === 'whole-record-kept');
  expect(finding).toMatchObject({
    rule: 'whole-record-kept',
    severity: 'warning',
    message:
      '`prisma.order.create` stores `data.orders[]` of `GET /order/202507/orders` whole, with buyer.tax, which `ship` may take, but does not declare.',
    help: 'Take over the fields that are needed, one by one. What `ship` needs of this, declare there: `also: [{ category: buyer.tax, because: … }]`.',
    data: { personal: ['buyer.tax', 'buyer.name'], beyond: ['buyer.tax'] },
    related: [{ note: 'the response comes from here' }, { note: 'purpose `ship` is declared here' }],
  });
});

test('what no purpose ever takes stands before what one may declare', () => {
  const says = (purposes: string, of: readonly string[]) => {
    const outflows = [outflow('src/a.ts:4', 'stored', 'save', orders, of)];
    return said('whole-record-kept', { yaml: declare({ purposes }), outflows })[0];
  };
  const everywhere = (text: string) => text.replace(/ {4}code: .*\n/, '');
  expect(says(everywhere(read), held)).toContain(
    'whole, with buyer.tax, which no purpose of this file (`read`) takes.',
  );
  const catalog = createCatalog({
    ...tinyCatalog,
    categories: [...tinyCatalog.categories, category('buyer.shoe', 'personal')],
  });
  const outflows = [outflow('src/a.ts:4', 'stored', 'save', orders, ['buyer.tax', 'buyer.shoe'])];
  const [finding] = judge({
    catalog,
    yaml: declare({ purposes: `${everywhere(ship)}${everywhere(read)}` }),
    outflows,
  }).findings.filter(({ rule }) => rule === 'whole-record-kept');
  expect(finding?.message).toContain(
    'whole, with buyer.shoe, which no purpose of this file (`ship` or `read`) takes.',
  );
});

test('is a note where the purposes allow all of it', () => {
  const outflows = [
    outflow('src/ship/a.ts:4', 'sent', 'fetch', orders, ['buyer.name', 'order.reference'], {
      recipient: 'api.carrier.example',
    }),
  ];
  expect(said('whole-record-kept', { yaml, outflows })).toEqual([
    'src/ship/a.ts:4:1 note `fetch` sends `data.orders[]` of `GET /order/202507/orders` whole to `api.carrier.example`, with buyer.name.',
  ]);
});

test('whoever hands a record over answers for it', () => {
  const handed = placeAt('src/ship/a.ts:6');
  const outflows = [stored('src/lib/db.ts:3', { enteredBy: handed, use: placeAt('src/ship/a.ts:1') })];
  const finding = judge({ yaml, outflows }).findings.find(({ rule }) => rule === 'whole-record-kept');
  expect(finding?.place.file).toBe('src/ship/a.ts');
  expect(finding?.message).toMatch(
    /^`prisma.order.create` in `src\/lib\/db.ts`, where it is handed to from here, stores /,
  );
  expect(finding?.related[0]).toMatchObject({ note: 'stored here', place: { file: 'src/lib/db.ts' } });
});

test('a record in an object that two statements keep is one finding of both', () => {
  const put = placeAt('src/ship/a.ts:4:9');
  const kept = (sink: string, at: string) =>
    outflow('src/ship/a.ts:4:9', 'stored', sink, orders, held, { put, takenAt: placeAt(at) });
  const outflows = [kept('table.insert', 'src/ship/a.ts:8'), kept('table.update', 'src/ship/a.ts:9')];
  expect(said('whole-record-kept', { yaml, outflows }).map((line) => line.replace(/ of .*/, ''))).toEqual([
    'src/ship/a.ts:4:9 warning `table.insert` and `table.update` store `data.orders[]`',
  ]);
});

test('packing is said only where nothing is seen of where it goes', () => {
  const packed = outflow('src/ship/a.ts:4:20', 'serialised', 'JSON.stringify', orders, held);
  const says = (...outflows: readonly ReturnType<typeof outflow>[]) =>
    said('whole-record-kept', { yaml, outflows }).map((line) => line.replace(/ of .*/, ''));
  expect(says(packed)).toEqual(['src/ship/a.ts:4:20 warning `JSON.stringify` serialises `data.orders[]`']);
  expect(says(stored('src/ship/a.ts:5'), packed)).toEqual([
    'src/ship/a.ts:5:1 warning `prisma.order.create` stores `data.orders[]`',
  ]);
  const log = (at: string, use: string) =>
    outflow(at, 'logged', 'console.log', orders, held, { use: placeAt(use) });
  expect(says(log('src/ship/a.ts:4', 'src/ship/a.ts:1'), packed)).toEqual([]);
  expect(says(log('src/ship/a.ts:4', 'src/ship/a.ts:2'), packed)).toHaveLength(1);
});

test('is silent of single fields, of logs and escapes, and of records personal to nobody', () => {
  const outflows = [
    stored('src/ship/a.ts:4', { of: 'field' }),
    outflow('src/ship/a.ts:5', 'logged', 'console.log', orders, held),
    outflow('src/ship/a.ts:6', 'escaped', 'render', orders, held, { reason: 'it is handed to `render`' }),
    outflow('src/ship/a.ts:7', 'returned', 'res.json', orders, ['order.reference']),
    stored('src/other/a.ts:8'),
    stored('src/ship/a.test.ts:8', { fileKind: 'test' }),
  ];
  expect(said('whole-record-kept', { yaml, outflows })).toEqual([]);
  expect(said('whole-record-kept', { outflows: [stored('src/ship/a.ts:4')] })).toEqual([]);
});

test('a record kept in a helper of the same purposes is told there, once, by the terminal alone', () => {
  const by = (file: string) => ({ enteredBy: placeAt(`${file}:6`), use: placeAt(`${file}:1`) });
  const outflows = [
    stored('src/ship/db.ts:3', by('src/ship/a.ts')),
    stored('src/ship/db.ts:3', by('src/ship/b.ts')),
  ];
  expect(said('whole-record-kept', { yaml, outflows })).toEqual([
    expect.stringMatching(/^src\/ship\/db.ts:3:1 warning `prisma.order.create` stores /),
  ]);
  expect(said('whole-record-kept', { yaml, outflows, horizon: 'file' })).toEqual([]);
});

test('one statement that takes several parts is one finding, at the statement', () => {
  const takenAt = placeAt('src/ship/a.ts:9');
  const outflows = [stored('src/ship/a.ts:4', { takenAt }), stored('src/ship/a.ts:5', { takenAt })];
  expect(said('whole-record-kept', { yaml, outflows })).toEqual([
    expect.stringMatching(/^src\/ship\/a.ts:9:1 /),
  ]);
});

test('a call that exceeds its purpose hides nothing of what is kept', () => {
  expect(said('whole-record-kept', { yaml, outflows: [stored('src/connect/a.ts:8')] })).toHaveLength(1);
});
