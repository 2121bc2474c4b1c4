import { expect, test } from 'vitest';
import { call, cleanCalls, declare, fieldRead, judge, outflow } from '../../test/judge.js';

const orders = 'GET /order/202507/orders';
const inFile = (file: string, category: string) =>
  fieldRead(`${file}:4`, `${orders} data.orders[].${category}`, [category]);

const silencedBy = (exception: string): readonly string[] => {
  const line = `{ rule: field-not-allowed, until: 2027-01-31, reason: Pilot, approvedBy: owner, ${exception} }`;
  const yaml = declare({ more: `exceptions: [${line}]\n` });
  const uses = [...cleanCalls, call('src/ship/b.ts:1', orders)];
  const reads = [inFile('src/ship/orders.ts', 'buyer.tax'), inFile('src/ship/b.ts', 'buyer.tax')];
  const found = judge({ yaml, uses, reads }).findings.filter(({ rule }) => rule === 'field-not-allowed');
  expect(found).toHaveLength(2);
  return found.filter(({ suppressed }) => suppressed !== null).map(({ place }) => place.file);
};

test.each<[string, readonly string[]]>([
  ['category: buyer.tax', ['src/ship/b.ts', 'src/ship/orders.ts']],
  ['category: buyer.name', []],
  ['file: src/ship/b.ts', ['src/ship/b.ts']],
  ['file: src/ship', []],
  ['category: buyer.tax, file: src/ship/orders.ts', ['src/ship/orders.ts']],
  ['category: buyer.name, file: src/ship/orders.ts', []],
  ['recipient: api.example.com', []],
])('an exception narrowed by `%s`', (exception, files) => {
  expect(silencedBy(exception)).toEqual(files);
});

test('a finding about several categories is silenced when each of them is excepted', () => {
  const exception = (category: string) =>
    `  - { rule: surplus-data, category: ${category}, until: 2027-01-31, reason: Pilot, approvedBy: owner }\n`;
  const surplus = (...categories: readonly string[]) =>
    judge({
      yaml: declare({ more: `exceptions:\n${categories.map(exception).join('')}` }),
      uses: cleanCalls,
    }).findings.filter(({ rule }) => rule === 'surplus-data');
  const [open] = surplus('buyer.phone');
  expect(open?.data['categories']).toEqual(['buyer.tax']);
  expect(open?.suppressed).toBeNull();
  expect(surplus('buyer.phone', 'buyer.tax')[0]?.suppressed?.by).toBe('exception');
});

test('a category that the catalog lacks is a mistake, and excepts nothing', () => {
  const more =
    'exceptions: [{ rule: surplus-data, category: buyer.txa, until: 2027-01-31, reason: Pilot, approvedBy: owner }]\n';
  const { findings } = judge({ yaml: declare({ more }), uses: cleanCalls });
  expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toContain(
    'invalid-declaration There is no category `buyer.txa` in the catalog.',
  );
  expect(findings.find(({ rule }) => rule === 'surplus-data')?.suppressed).toBeNull();
});

test.each<[string, readonly (string | null)[]]>([
  ['api.example.com', ['api.example.com']],
  ['example.com', []],
])('an exception for the recipient `%s`', (recipient, silenced) => {
  const more = `exceptions: [{ rule: whole-record-kept, recipient: ${recipient}, until: 2027-01-31, reason: Pilot, approvedBy: owner }]\n`;
  const outflows = ['api.example.com', 'b.example.com', null].map((host, index) =>
    outflow(
      `src/ship/orders.ts:${String(index + 4)}`,
      'sent',
      'fetch',
      `${orders} data.orders[]`,
      ['buyer.tax'],
      {
        recipient: host,
      },
    ),
  );
  const found = judge({ yaml: declare({ more }), uses: cleanCalls, outflows }).findings.filter(
    ({ rule }) => rule === 'whole-record-kept',
  );
  expect(found).toHaveLength(3);
  expect(found.filter(({ suppressed }) => suppressed !== null).map(({ data }) => data['host'])).toEqual(
    silenced,
  );
});

/** Two reads of one category in two functions of one file. */
const twoReads = (more: string, files: readonly string[] = ['src/ship/orders.ts']) =>
  judge({
    yaml: declare({ more }),
    uses: cleanCalls,
    files,
    symbolAt: ({ start }) => (start.line < 10 ? 'pull' : 'push'),
    reads: [4, 14].map((line) =>
      fieldRead(`src/ship/orders.ts:${line}`, `${orders} data.orders[].tax`, ['buyer.tax']),
    ),
  })
    .findings.filter(({ rule }) => rule === 'field-not-allowed')
    .map(({ place, suppressed }) => `${place.start.line} ${suppressed?.by ?? 'told'}`);

const pulled = (file: string) =>
  `exceptions: [{ rule: field-not-allowed, file: ${file}, symbol: pull, until: 2027-01-31, reason: Old, approvedBy: owner }]\n`;

test('what is accepted in one function is told apart from what another one reads', () => {
  expect(twoReads('')).toEqual(['4 told']);
  expect(twoReads(pulled('src/ship/orders.ts'))).toEqual(['4 exception', '14 told']);
});

test('a function goes on by its name in another file only when its own is gone', () => {
  expect(twoReads(pulled('src/ship/old.ts'))).toEqual(['4 exception', '14 told']);
  expect(twoReads(pulled('src/ship/old.ts'), ['src/ship/orders.ts', 'src/ship/old.ts'])).toEqual(['4 told']);
});

test('it does not go on in a file that was there with it', () => {
  const both = `exceptions:
  - { rule: field-not-allowed, file: src/ship/old.ts, symbol: pull, until: 2027-01-31, reason: Old, approvedBy: owner }
  - { rule: field-not-allowed, file: src/ship/orders.ts, symbol: push, until: 2027-01-31, reason: Old, approvedBy: owner }
`;
  expect(twoReads(both)).toEqual(['4 told', '14 exception']);
});
