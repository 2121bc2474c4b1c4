import { expect, test } from 'vitest';
import { declare, judge, outflow, placeAt, said } from '../../../test/judge.js';

const orders = 'GET /order/202507/orders data.orders[]';
const held = ['buyer.name', 'buyer.tax', 'order.reference'];
const storage = (...holds: readonly string[]) =>
  declare({ more: `storage: [{ id: db, kind: postgres, holds: [${holds.join(', ')}] }]\n` });
const recipients = (...entries: readonly string[]) =>
  declare({ more: `recipients: [${entries.join(', ')}]\n` });
const carrier = '{ id: carrier-api, name: Carrier GmbH }';
const stored = [outflow('src/ship/a.ts:4', 'stored', 'prisma.order.create', orders, held)];
const sent = (recipient: string | null, categories = held) => [
  outflow('src/ship/a.ts:5', 'sent', 'fetch', orders, categories, { recipient }),
];

test('names personal data that no declared store holds', () => {
  const [finding] = judge({ yaml: storage('buyer.name'), outflows: stored }).findings.filter(
    ({ rule }) => rule === 'notice-gap',
  );
  expect(finding).toMatchObject({
    severity: 'error',
    place: { file: 'scope-declaration.yaml' },
    message: 'The code stores buyer.tax, which no store under `storage` is declared to hold.',
    help: 'Add to the store that holds it: `holds: [buyer.tax]`. Or stop storing it.',
    related: [{ note: '`prisma.order.create` stores buyer.tax', place: placeAt('src/ship/a.ts:4') }],
  });
});

test('is silent where all is declared, nothing is declared at all, or a mistake stands among it', () => {
  expect(said('notice-gap', { yaml: storage('buyer.name', 'buyer.tax'), outflows: stored })).toEqual([]);
  expect(
    said('notice-gap', { yaml: declare(), outflows: [...stored, ...sent('api.x-ray.example')] }),
  ).toEqual([]);
  expect(said('notice-gap', { yaml: storage('buyer.nam'), outflows: stored })).toEqual([]);
  expect(said('notice-gap', { yaml: storage('buyer.name'), outflows: sent(null) })).toEqual([]);
  const inTest = stored.map((one) => ({ ...one, fileKind: 'test' as const }));
  expect(said('notice-gap', { yaml: storage('buyer.name'), outflows: inTest })).toEqual([]);
  expect(said('notice-gap', { yaml: storage('buyer.name'), outflows: stored, horizon: 'file' })).toEqual([]);
});

test('names a host that no declared recipient seems to be, with the lines to add', () => {
  const [finding, ...others] = judge({
    yaml: recipients(carrier),
    outflows: [...sent('api.mailer.example'), ...sent('api.mailer.example', ['buyer.name'])],
  }).findings.filter(({ rule }) => rule === 'notice-gap');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    place: placeAt('src/ship/a.ts:5'),
    related: [{ place: { file: 'scope-declaration.yaml' }, note: 'recipients are declared here' }],
    message:
      'The code sends buyer.tax and buyer.name to `api.mailer.example`, and none of the `recipients` seems to be that host.',
    help: 'Add it with its role and country: `- { id: mailer, name: api.mailer.example, role: …, country: … }`. Or stop sending it.',
  });
});

test('an address that the environment configures is a note: whose it is, the code does not say', () => {
  const [finding] = judge({ yaml: recipients(carrier), outflows: sent('ERP_URL') }).findings.filter(
    ({ rule }) => rule === 'notice-gap',
  );
  expect(finding).toMatchObject({
    severity: 'note',
    message:
      'The code sends buyer.tax and buyer.name to the address in `ERP_URL`, which no recipient under `recipients` seems to be.',
    help: 'If it is not the app’s own service, add it with its role and country: `- { id: erp, name: …, role: …, country: … }`.',
  });
});

test('is silent of recipients that may be declared, of the own network, and of what is personal to nobody', () => {
  const silent = (outflows: ReturnType<typeof sent>, yaml = recipients(carrier)) =>
    expect(said('notice-gap', { yaml, outflows })).toEqual([]);
  silent(sent('api.carrier.example'));
  silent(sent('localhost:3000'));
  silent(sent('api.tiny.example'));
  silent(sent('api.mailer.example', ['order.reference']));
  silent(sent('api.mailer.example'), recipients(carrier, '{ id: mail, nam: x }'));
});
