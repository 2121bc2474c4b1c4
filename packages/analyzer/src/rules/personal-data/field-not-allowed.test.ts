import { expect, test } from 'vitest';
import { createCatalog } from '@leastscope/scope-catalog';
import {
  call,
  claim,
  connect,
  declare,
  fieldRead,
  ignore,
  judge,
  placeAt,
  read,
  recordRead,
  said,
  ship,
} from '../../../test/judge.js';
import { category, tinyCatalog } from '../../../test/tiny-catalog.js';

const orders = 'GET /order/202507/orders';
const yaml = declare({ purposes: `${connect}${ship}${read}` });
const tax = (at: string, extra = {}) => fieldRead(at, `${orders} data.orders[].tax`, ['buyer.tax'], extra);

test('what the kind takes once it is declared is a warning with the line to write', () => {
  const reads = [tax('src/ship/a.ts:4:9')];
  const [finding] = judge({ yaml, reads }).findings.filter(({ rule }) => rule === 'field-not-allowed');
  expect(finding).toMatchObject({
    severity: 'warning',
    place: { file: 'src/ship/a.ts', start: { line: 4, column: 9 } },
    message:
      'This reads buyer.tax (`data.orders[].tax` of `GET /order/202507/orders`), which `ship` may take, but does not declare.',
    help: 'If `ship` needs it, declare it there: `also: [{ category: buyer.tax, because: … }]`. If not, drop it.',
    related: [
      { note: 'the response comes from here', place: { start: { line: 1 } } },
      { note: 'purpose `ship` is declared here' },
    ],
  });
});

test('what the kind never takes is an error that names the kind that would', () => {
  const [finding] = judge({ yaml, reads: [tax('src/read/a.ts:4')] }).findings;
  expect(finding).toMatchObject({
    severity: 'error',
    message:
      'This reads buyer.tax (`data.orders[].tax` of `GET /order/202507/orders`), which no purpose of this file (`read`) takes.',
    help: 'Drop it, or declare a purpose of its own for the code that needs it: buyer.tax belongs to purposes of kind `shipping`.',
  });
});

test('a field that the catalog does not know is possibly what stands beside it', () => {
  const part = { ...tax('src/read/a.ts:4').part, path: 'data.orders[].box', isSomeOf: true } as const;
  const reads = [{ ...tax('src/read/a.ts:4'), part }, tax('src/read/a.ts:5')];
  const told = judge({ yaml, reads }).findings.filter(({ rule }) => rule === 'field-not-allowed');
  expect(told.map(({ place, message }) => `${String(place.start.line)} ${message}`)).toEqual([
    '4 This possibly reads buyer.tax: the catalog does not name `data.orders[].box` of `GET /order/202507/orders`, and all that it names beside it is personal. No purpose of this file (`read`) takes that.',
    '5 This reads buyer.tax (`data.orders[].tax` of `GET /order/202507/orders`), which no purpose of this file (`read`) takes.',
  ]);
});

test('what the first generation answers is told by the path that the code asks', () => {
  const part = { ...tax('src/read/a.ts:4').part, calledAs: 'POST /api/orders/detail/query' };
  const [finding] = judge({ yaml, reads: [{ ...tax('src/read/a.ts:4'), part }] }).findings;
  expect(finding?.message).toContain('(`data.orders[].tax` of `POST /api/orders/detail/query`)');
});

test('of several purposes of a file, only those are asked whose kind takes it', () => {
  const everywhere = (text: string) => text.replace(/ {4}code: .*\n/, '');
  const purposes = `${everywhere(connect)}${everywhere(ship)}${everywhere(read)}`;
  const [finding] = judge({ yaml: declare({ purposes }), reads: [tax('src/a.ts:4')] }).findings;
  expect(finding?.severity).toBe('warning');
  expect(finding?.message).toContain('which `ship` may take,');
  expect(finding?.help).toMatch(/^If `ship` needs it, /);
});

test('names the declared purpose that declares it', () => {
  const also = '    also: [{ category: buyer.tax, because: The customs form asks for it. }]\n';
  const purposes = `${read}${ship.replaceAll('ship', 'customs').replace('customsping', 'shipping')}${also}`;
  const { findings } = judge({ yaml: declare({ purposes }), reads: [tax('src/read/a.ts:4')] });
  expect(findings.find(({ rule }) => rule === 'field-not-allowed')?.help).toBe(
    'Drop it, or move it into code of `customs`, which declares it.',
  );
});

test('is silent where a purpose allows it, by kind, by `also` or by a comment', () => {
  const silent = (text: string, at: string, categories: readonly string[], directives = [] as never[]) =>
    expect(
      said('field-not-allowed', {
        yaml: text,
        reads: [fieldRead(at, `${orders} data.orders[].x`, categories)],
        directives,
      }),
    ).toEqual([]);
  silent(yaml, 'src/ship/a.ts:4', ['buyer.name']);
  silent(yaml, 'src/ship/a.ts:4', ['order.reference']);
  silent(yaml, 'src/ship/a.ts:4', []);
  const also = '    also: [{ category: buyer.tax, because: The customs form asks for it. }]\n';
  silent(declare({ more: also }), 'src/ship/a.ts:4', ['buyer.tax']);
  const uses = [call('src/connect/a.ts:1', 'GET /shop/202309/shops')];
  const reads = [
    fieldRead('src/connect/a.ts:4', 'GET /shop/202309/shops data.shops[].owner', ['buyer.name']),
  ];
  expect(said('field-not-allowed', { yaml, uses, reads })).toHaveLength(1);
  const directives = [claim('src/connect/a.ts:3', 'ship', 4)];
  expect(said('field-not-allowed', { yaml, uses, reads, directives })).toEqual([]);
});

const toldAt = (reads: Parameters<typeof judge>[0]['reads'], horizon: 'file' | 'project' = 'project') =>
  judge({ yaml, reads: reads ?? [], horizon })
    .findings.filter(({ rule }) => rule === 'field-not-allowed')
    .map(({ place, related }) => [
      `${place.file}:${place.start.line}`,
      ...related.map((one) => `${one.place.file}:${one.place.start.line} ${one.note}`),
    ]);

test('one category of one endpoint in one file is one finding, with the other reads beside it', () => {
  expect(toldAt([tax('src/ship/a.ts:4'), tax('src/ship/a.ts:9'), tax('src/ship/b.ts:2')])).toEqual([
    [
      'src/ship/a.ts:4',
      'src/ship/a.ts:9 read here too',
      'src/ship/a.ts:1 the response comes from here',
      'scope-declaration.yaml:9 purpose `ship` is declared here',
    ],
    [
      'src/ship/b.ts:2',
      'src/ship/b.ts:1 the response comes from here',
      'scope-declaration.yaml:9 purpose `ship` is declared here',
    ],
  ]);
});

test('an expression that reads the answers of two endpoints is one finding of both', () => {
  const at = 'src/ship/a.ts:4:9';
  const other = fieldRead(at, 'GET /order/202309/orders data.orders[].tax', ['buyer.tax']);
  const findings = judge({ yaml, reads: [tax(at), other] }).findings.filter(
    ({ rule }) => rule === 'field-not-allowed',
  );
  expect(findings.map(({ message, data }) => [message, data['endpoints']])).toEqual([
    [
      'This reads buyer.tax (`data.orders[].tax` of `GET /order/202507/orders` and `data.orders[].tax` of `GET /order/202309/orders`), which `ship` may take, but does not declare.',
      [orders, 'GET /order/202309/orders'],
    ],
  ]);
  expect(toldAt([tax(at), { ...other, place: placeAt('src/ship/a.ts:5') }])).toHaveLength(2);
});

test('a comment speaks for its own line only', () => {
  const reads = [tax('src/ship/a.ts:4'), tax('src/ship/a.ts:9')];
  const directives = [ignore('src/ship/a.ts:3', 'field-not-allowed', 'Planned to go.')];
  expect(
    said('field-not-allowed', { yaml, reads, directives }).map((line) => line.replace(/ .* /, ' ')),
  ).toEqual(['src/ship/a.ts:4:1 directive]', 'src/ship/a.ts:9:1 declare.']);
});

test('what is handed to a file of other purposes is told where it is handed over', () => {
  const handed = placeAt('src/ship/a.ts:6:3');
  const use = placeAt('src/ship/a.ts:1');
  const reads = [
    tax('src/lib/label.ts:3', { enteredBy: handed, use }),
    tax('src/lib/label.ts:9', { enteredBy: handed, use }),
    tax('src/lib/label.ts:9', { enteredBy: placeAt('src/ship/a.ts:8'), use }),
  ];
  const told = [
    [
      'src/ship/a.ts:6',
      'src/lib/label.ts:3 read here',
      'src/lib/label.ts:9 read here',
      'src/ship/a.ts:8 handed over here',
      'src/ship/a.ts:1 the response comes from here',
      'scope-declaration.yaml:9 purpose `ship` is declared here',
    ],
  ];
  expect(toldAt(reads)).toEqual(told);
  expect(toldAt(reads, 'file')).toEqual(told);
});

test('what the purposes of the helper do not take either is told where it is read, by the terminal alone', () => {
  const [handed, again] = [placeAt('src/ship/a.ts:6'), placeAt('src/connect/a.ts:6')];
  const reads = [
    tax('src/read/label.ts:3', { enteredBy: handed, use: placeAt('src/ship/a.ts:1') }),
    tax('src/read/label.ts:3', { enteredBy: again, use: placeAt('src/connect/a.ts:1') }),
  ];
  const says = (horizon: 'file' | 'project', directives: Parameters<typeof judge>[0]['directives'] = []) =>
    judge({ yaml, reads, horizon, directives })
      .findings.filter(({ rule }) => rule === 'field-not-allowed')
      .map(({ place, severity, data }) => [place.file, severity, data['purposes']]);
  expect(says('project')).toEqual([['src/read/label.ts', 'error', ['read']]]);
  expect(says('file')).toEqual([]);
  // A comment of the helper may know better, and no editor sees it from the caller: the terminal tells the caller.
  expect(says('project', [claim('src/read/label.ts:2', 'ship', 3)])).toEqual([
    ['src/read/label.ts', 'warning', ['ship', 'read']],
  ]);
});

test('what is handed to a file of the same purposes is told where it is read, by the terminal alone', () => {
  const reads = [
    tax('src/ship/normalise.ts:3', {
      enteredBy: placeAt('src/ship/a.ts:6'),
      use: placeAt('src/ship/a.ts:1'),
    }),
    tax('src/ship/normalise.ts:3', {
      enteredBy: placeAt('src/ship/b.ts:6'),
      use: placeAt('src/ship/b.ts:1'),
    }),
  ];
  expect(toldAt(reads).map(([at]) => at)).toEqual(['src/ship/normalise.ts:3']);
  expect(toldAt(reads, 'file')).toEqual([]);
});

test('is silent where something else comes first, or nothing is known', () => {
  const silent = (text: string, reads: readonly ReturnType<typeof fieldRead>[], more = {}) =>
    expect(said('field-not-allowed', { yaml: text, reads, ...more })).toEqual([]);
  // The call itself exceeds the purpose; the file has no purpose.
  silent(yaml, [tax('src/connect/a.ts:4')]);
  silent(yaml, [tax('src/other/a.ts:4')]);
  silent(yaml.replace('kind: shipping', 'kind: shiping'), [tax('src/ship/a.ts:4')]);
  silent(yaml.replace('code: [src/ship', 'cod: [src/ship'), [tax('src/ship/a.ts:4')]);
  silent(yaml, [tax('src/ship/a.test.ts:4', { fileKind: 'test' })]);
  silent(yaml, [recordRead('src/ship/a.ts:4', `${orders} data.orders[]`, ['buyer.name', 'buyer.tax'])]);
  silent(yaml, [fieldRead('src/ship/a.ts:4', 'GET /api/orders/list data.tax', ['buyer.tax'])]);
  silent(yaml, [tax('src/ship/a.ts:4', { isCertain: false })]);
  expect(
    said('field-not-allowed', {
      yaml,
      reads: [tax('src/ship/a.test.ts:4', { fileKind: 'test' })],
      includeTests: true,
    }),
  ).toHaveLength(1);
});

test('is judged alike in an editor, and can be silenced', () => {
  const reads = [tax('src/ship/a.ts:4')];
  expect(said('field-not-allowed', { yaml, reads, horizon: 'file' })).toHaveLength(1);
  expect(
    said('field-not-allowed', {
      yaml,
      reads,
      directives: [ignore('src/ship/a.ts:3', 'field-not-allowed', 'Planned to go.')],
    }).join(),
  ).toMatch(/\[silenced by directive\]$/);
});

test('a label needs all that it may hold, unless it is allowed itself', () => {
  const catalog = createCatalog({
    ...tinyCatalog,
    categories: [
      ...tinyCatalog.categories,
      { ...category('order.document', 'personal'), holds: ['buyer.name', 'buyer.tax'] },
    ],
  });
  const reads = [fieldRead('src/ship/a.ts:4', `${orders} data.label`, ['order.document'])];
  const also = (id: string) =>
    declare({ more: `    also: [{ category: ${id}, because: It is printed. }]\n` });
  expect(said('field-not-allowed', { catalog, yaml: declare(), reads })).toHaveLength(1);
  expect(judge({ catalog, yaml: declare(), reads }).findings[0]?.why).toMatch(
    /This one may hold buyer\.tax and buyer\.name\.$/,
  );
  expect(said('field-not-allowed', { catalog, yaml: also('order.document'), reads })).toEqual([]);
  expect(said('field-not-allowed', { catalog, yaml: also('buyer.tax'), reads })).toEqual([]);
});

test('says so where the catalog infers the category, and accuses nobody of the rest of an inferred answer', () => {
  const row = {
    endpoint: orders,
    direction: 'response',
    category: 'buyer.tax',
    source: '',
    date: '',
  } as const;
  const withRow = (path: string) =>
    createCatalog(tinyCatalog, () => [{ ...row, path, confidence: 'inferred' as const }]);
  const reads = [tax('src/ship/a.ts:4')];
  expect(said('field-not-allowed', { yaml, reads, catalog: withRow('data.orders[].tax') })).toEqual([
    expect.stringMatching(/ The catalog infers this; no page of the platform states it\.$/),
  ]);
  expect(said('field-not-allowed', { yaml, reads, catalog: withRow('*') })).toEqual([]);
});

test('a missing or unknown scope hides nothing of what is read', () => {
  const rule = 'field-not-allowed';
  const reads = [tax('src/ship/a.ts:4')];
  expect(said(rule, { yaml: declare({ scopes: 'shop.info' }), reads })).toHaveLength(1);
  const dark = [fieldRead('src/read/a.ts:4', 'GET /old/202309/orders data.tax', ['buyer.tax'])];
  expect(said(rule, { yaml: declare({ purposes: read, scopes: 'shop.info' }), reads: dark })).toHaveLength(1);
});

test('what no row names is possibly of what stands beside it: a warning where it is read, never one with the others', () => {
  const unnamed = fieldRead('src/read/a.ts:9', `${orders} data.orders[].mobile`, ['buyer.tax'], {});
  const reads = [tax('src/read/a.ts:4'), { ...unnamed, part: { ...unnamed.part, isSomeOf: true as const } }];
  const found = judge({ yaml, reads }).findings.filter(({ rule }) => rule === 'field-not-allowed');
  expect(found.map(({ severity, place, message }) => [severity, place.start.line, message])).toEqual([
    ['error', 4, expect.stringContaining('This reads buyer.tax (`data.orders[].tax`')],
    [
      'warning',
      9,
      expect.stringContaining(
        'This possibly reads buyer.tax: the catalog does not name `data.orders[].mobile`',
      ),
    ],
  ]);
});
