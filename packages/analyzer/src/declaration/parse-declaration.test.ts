import { expect, test } from 'vitest';
import { declare, read, ship } from '../../test/judge.js';
import { tinyCatalog } from '../../test/tiny-catalog.js';
import { parseDeclaration } from './parse-declaration.js';

const parse = (text: string) => parseDeclaration(text, 'd.yaml', tinyCatalog);

/** `line:column message help`, one a mistake. */
const mistakes = (text: string): readonly string[] =>
  parse(text).mistakes.map(
    ({ place, message, help }) => `${place.start.line}:${place.start.column} ${message} ${help}`,
  );

test('a whole declaration, every value with its place', () => {
  const { declaration, mistakes: none } = parse(
    declare({
      purposes: `${ship}    also: [{ category: shop.money, because: The fee is printed. }]\n    shareWith: [carrier]\n`,
      more: `company: { legalName: Tiny Ltd, headquarters: GB }
recipients: [{ id: carrier, name: Carrier GmbH, country: DE }]
storage: [{ id: db, kind: postgres, holds: [buyer.name] }]
protection: { inTransit: TLS1.2, accessReviewed: 2026-05-02, evidence: { plan: docs/plan.pdf } }
privacyNotice: { url: https://example.com/privacy }
webhooks: [1, 6]
deletion: { handler: src/gone.ts#onGone }
manualUsage: [{ endpoint: GET /order/202507/orders, purpose: ship, where: worker (Go) }]
clients: [{ call: "#platform/http:send", method: 0, path: 1 }]
exceptions: [{ rule: exceeds-purpose, endpoint: GET /order/202507/orders, until: 2027-01-31, reason: Planned, approvedBy: owner }]
rules: { surplus-data: off }
`,
    }),
  );
  expect(none).toEqual([]);
  expect(declaration).toMatchObject({
    file: 'd.yaml',
    app: { name: 'Tiny', type: 'public', category: null, tokens: ['seller'] },
    requestedScopes: [
      { value: 'shop.info', place: { start: { line: 2, column: 19 }, end: { line: 2, column: 28 } } },
      { value: 'order.info' },
      { value: 'parcel.basic' },
    ],
    purposes: [
      {
        id: 'ship',
        kind: 'shipping',
        code: ['src/ship/**'],
        also: [{ category: 'shop.money', because: 'The fee is printed.' }],
        retention: { period: 'P30D', after: 'order.completed', onDeauthorization: 'P7D' },
        shareWith: ['carrier'],
        places: { kind: { start: { line: 5, column: 11 } }, code: { start: { line: 7, column: 11 } } },
      },
    ],
    webhooks: [{ value: 1 }, { value: 6 }],
    deletion: { handler: { value: 'src/gone.ts#onGone' } },
    manualUsage: [{ endpoint: 'GET /order/202507/orders', purpose: 'ship', where: 'worker (Go)' }],
    clients: [{ module: '#platform/http', export: 'send', method: 0, path: 1 }],
    exceptions: [{ rule: 'exceeds-purpose', scope: null, until: '2027-01-31' }],
    rules: { 'surplus-data': 'off' },
    evidence: {
      company: { legalName: 'Tiny Ltd', dpo: null },
      recipients: [{ id: 'carrier', country: 'DE', role: null }],
      storage: [{ id: 'db', holds: ['buyer.name'] }],
      protection: { accessReviewed: '2026-05-02', mfaForAdmins: null, evidence: { plan: 'docs/plan.pdf' } },
      privacyNotice: { url: 'https://example.com/privacy' },
    },
    incomplete: [],
  });
});

test('all mistakes in one run, each at its value', () => {
  const text = `schema: 2
app: { name: Tiny, typ: public, type: public, tokens: [selle] }
requestedScopes: [shop.info, 5, shop.info]
purposes:
  - id: ship
    kind: shiping
    text: Create shipping labels for orders.
    retention: { period: 30 days, aftr: x }
    also: [{ category: buyer.nam, because: x }, { category: buyer.tax }]
  - id: ship
    kind: reading
    text: Show the seller the orders that wait.
    also: [{ category: buyer.tax }]
webhook: [1]
webhooks: [1, 1]
manualUsage: [{ endpoint: GET /order/202507/order, where: x, purpose: shop }, { endpoint: nonsense, where: y }]
clients: [{ call: send, path: 0 }]
exceptions: [{ rule: exceed-purpose, until: 2027-02-31, reason: x, approvedBy: y }]
rules: { surplus-dat: off, missing-scope: of }
protection: { accessReviewed: yesterday }
`;
  expect(mistakes(text)).toMatchInlineSnapshot(`
    [
      "1:9 \`schema\` must be \`1\`, not 2. Correct the value; the JSON Schema of the declaration shows what is expected.",
      "2:20 Unknown key \`typ\` in \`app\`. Known here: name, type, category, markets, tokens.",
      "2:56 \`app.tokens[0]\` must be one of \`seller\`, \`creator\`, \`partner\`, not "selle". Did you mean \`seller\`?",
      "3:30 \`requestedScopes[1]\` must be text, not 5. Correct the value; the JSON Schema of the declaration shows what is expected.",
      "3:33 The scope \`shop.info\` stands here twice. Remove one of the two.",
      "6:11 There is no kind of purpose \`shiping\` in the catalog. Did you mean \`shipping\`?",
      "8:26 \`purposes[0].retention.period\` must be an ISO 8601 duration such as P30D, P6M or P1Y, not "30 days". Correct the value; the JSON Schema of the declaration shows what is expected.",
      "8:35 Unknown key \`aftr\` in \`purposes[0].retention\`. Did you mean \`after\`?",
      "9:24 There is no category \`buyer.nam\` in the catalog. Did you mean \`buyer.name\`?",
      "9:49 \`because\` is missing in \`purposes[0].also[1]\`. Add \`because\`: text.",
      "10:9 The purpose \`ship\` stands here twice. Remove one of the two.",
      "13:12 A purpose of kind \`reading\` never takes \`buyer.tax\` without a reason, and \`because\` is missing. Say in \`because\` what this purpose does with it, or declare a purpose of its own for what needs the category, with the code that does it.",
      "14:1 Unknown key \`webhook\`. Did you mean \`webhooks\`?",
      "15:15 The webhook \`1\` stands here twice. Remove one of the two.",
      "16:27 \`GET /order/202507/order\` is unknown to this catalog. Did you mean \`GET /order/202507/orders\`?",
      "16:71 There is no purpose \`shop\` under \`purposes\`. Use the id of a declared purpose.",
      "16:91 "nonsense" is not an endpoint. Write method and path: \`GET /order/202507/orders\`.",
      "17:19 "send" names no module and export. Write them with a colon between: \`#platform/http:ttsRequest\`.",
      "18:22 \`exceptions[0].rule\` must be a known name, not "exceed-purpose". Did you mean \`exceeds-purpose\`?",
      "18:45 \`exceptions[0].until\` must be a date that exists, written YYYY-MM-DD, not "2027-02-31". Correct the value; the JSON Schema of the declaration shows what is expected.",
      "19:10 Unknown key \`surplus-dat\` in \`rules\`. Did you mean \`surplus-data\`?",
      "19:43 \`rules.missing-scope\` must be one of \`error\`, \`warning\`, \`note\`, \`off\`, not "of". Correct the value; the JSON Schema of the declaration shows what is expected.",
      "20:31 \`protection.accessReviewed\` must be a date that exists, written YYYY-MM-DD, not "yesterday". Correct the value; the JSON Schema of the declaration shows what is expected.",
    ]
  `);
});

test('what is right is kept', () => {
  const { declaration } = parse(
    declare({
      scopes: 'shop.info, [x], order.info',
      more: 'webhooks: [x, 6]\nrules: { missing-scope: of, surplus-data: off }\n',
    }),
  );
  expect(declaration).toMatchObject({
    requestedScopes: [
      { value: 'shop.info' },
      { value: 'order.info', place: { start: { line: 2, column: 35 } } },
    ],
    webhooks: [{ value: 6, place: { start: { line: 14, column: 15 } } }],
    rules: { 'surplus-data': 'off' },
    incomplete: ['requestedScopes', 'rules', 'webhooks'],
  });
  expect(parse('app: { name: Tiny, type: public }\npurposes: []\n').declaration).toBeNull();
});

test('a retention that is no duration is left out; "as long as needed" is understood', () => {
  const withPeriod = (period: string) => parse(declare({ purposes: ship.replace('P30D', period) }));
  expect(withPeriod('30 days').declaration?.purposes[0]?.retention).toMatchObject({
    period: null,
    onDeauthorization: 'P7D',
  });
  expect(withPeriod('as long as needed').mistakes).toEqual([]);
  for (const good of ['P30D', 'P1Y6M', 'PT12H', 'P2W']) expect(withPeriod(good).mistakes).toEqual([]);
  for (const bad of ['P', 'PT', '30D', 'P30', 'p30d']) expect(withPeriod(bad).mistakes).toHaveLength(1);
});

test('with a reason a purpose may take even what its kind never takes; without one that is said', () => {
  const also = (extra: string) => declare({ purposes: `${read}    also: [${extra}]\n` });
  const { declaration, mistakes: none } = parse(
    also('{ category: buyer.tax, because: The form asks for it. }'),
  );
  expect(none).toEqual([]);
  expect(declaration?.purposes[0]?.also).toMatchObject([{ category: 'buyer.tax' }]);
  for (const absent of ['{ category: buyer.tax }', '{ category: buyer.tax, because: "" }']) {
    expect(mistakes(also(absent)).join()).toMatch(/never takes `buyer.tax` without a reason/);
    expect(parse(also(absent)).declaration?.purposes[0]?.also).toEqual([]);
  }
  expect(mistakes(also('{ category: shop.money }')).join()).toMatch(/`because` is missing in/);
});
