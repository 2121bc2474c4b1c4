import { expect, test } from 'vitest';
import type { DeletionEvidence } from '../../model/data-flow.js';
import type { Evidence, StoreDeletion } from '../../model/evidence.js';
import { declare, judge, outflow, placeAt, said } from '../../../test/judge.js';
import type { Story } from '../../../test/judge.js';

const rule = 'no-deletion-on-deauthorization';
const orders = 'GET /order/202507/orders data.orders[]';
const stored = outflow('src/ship/a.ts:4', 'stored', 'prisma.order.create', orders, ['buyer.name']);
const handler = 'deletion: { handler: "src/gone.ts#onGone" }\n';
const says = (more: string, story: Story = {}) =>
  said(rule, { yaml: declare({ more }), outflows: [stored], ...story });

const found: DeletionEvidence = {
  handler: placeAt('src/gone.ts:3'),
  deletions: [{ place: placeAt('src/gone.ts:4'), note: '`prisma.order.deleteMany` deletes' }],
  flags: [],
  isOpen: false,
  reachedFrom: [{ place: placeAt('src/routes.ts:9'), note: 'called here' }],
  ways: [],
  isMissed: false,
  mistakenTypes: [],
};
/** One store with somebody's name in it. */
const storing = (deletion: StoreDeletion): Evidence => {
  const name = {
    category: 'buyer.name',
    endpoint: null,
    webhook: null,
    path: 'data',
    isCertain: true,
  } as const;
  const written = [{ ...name, at: placeAt('src/ship/a.ts:4') }];
  const store = { name: 'prisma.order', kind: 'database', declaredAs: null, written, deletion } as const;
  return { version: 1, handOvers: [], recipients: [], stores: [store], security: [] };
};
const judged = (evidence: Partial<DeletionEvidence>) =>
  judge({
    yaml: declare({ more: `webhooks: [6]\n${handler}` }),
    outflows: [stored],
    deletion: { ...found, ...evidence },
  }).findings.filter((finding) => finding.rule === rule);

test('personal data is stored, and nothing is declared to delete it', () => {
  expect(says('')).toEqual([
    'scope-declaration.yaml:1:42 error Personal data is stored (buyer.name), and neither webhook `6` nor a deletion handler is declared.',
  ]);
  const [finding] = judge({ yaml: declare(), outflows: [stored] }).findings.filter(
    (one) => one.rule === rule,
  );
  expect(finding?.related).toMatchObject([{ note: '`prisma.order.create` stores buyer.name' }]);
  const more = 'storage: [{ id: db, kind: postgres, holds: [buyer.name, shop.money] }]\n';
  expect(says(more, { outflows: [] })).toHaveLength(1);
});

test('whose tokens the app holds says which webhook', () => {
  const withTokens = (tokens: string, more = '') =>
    said(rule, {
      yaml: declare({ more }).replace('tokens: [seller]', tokens),
      outflows: [stored],
    });
  expect(withTokens('tokens: [creator]')[0]).toContain('neither webhook `20` nor');
  expect(withTokens('tokens: [creator]', 'webhooks: [6]\n')[0]).toContain('neither webhook `20` nor');
  expect(withTokens('category: erp')[0]).toContain('neither webhook `6` or `20` nor');
  expect(withTokens('tokens: [partner]')).toEqual([]);
});

test('a webhook without a function that can be followed is a warning', () => {
  expect(says('webhooks: [1, 6]\n')).toEqual([
    'scope-declaration.yaml:14:15 warning Personal data is stored (buyer.name); webhook `6` is declared, but not the function that deletes then.',
  ]);
});

test('code that deletes on a withdrawal is told as what is missing from the declaration', () => {
  const handled = (type: number, deletes = true): Story => ({
    handledWebhooks: [
      {
        type,
        place: placeAt('src/hook.ts:4'),
        deletion: deletes
          ? { handler: 'src/hook.ts#purge', place: placeAt('src/hook.ts:1'), deletions: [] }
          : null,
      },
    ],
  });
  const note =
    'note Webhook 6 is handled by `src/hook.ts#purge`, which deletes; the declaration does not say so.';
  expect(says('', handled(6))).toEqual([`scope-declaration.yaml:1:42 ${note}`]);
  expect(says('webhooks: [1, 6]\n', handled(6))).toEqual([`scope-declaration.yaml:1:42 ${note}`]);
  expect(says('', handled(6, false))).toEqual(says(''));
  expect(says('', handled(20))).toEqual(says(''));
});

test('a handler that is not there, that nothing calls, or that deletes nothing', () => {
  const lines = (evidence: Partial<DeletionEvidence>) =>
    judged(evidence).map(({ severity, message }) => `${severity} ${message}`);
  expect(lines({})).toEqual([]);
  expect(lines({ handler: null })).toEqual([
    'error `src/gone.ts#onGone` is declared to delete when the authorization ends, and there is no such function.',
  ]);
  expect(lines({ reachedFrom: [] })).toEqual([
    'warning `src/gone.ts#onGone` is declared to delete when the authorization ends, and nothing is seen to call it.',
  ]);
  expect(lines({ deletions: [] })).toEqual([
    'error `src/gone.ts#onGone` is declared to delete when the authorization ends, and deletes nothing.',
  ]);
  const flags = [{ place: placeAt('src/gone.ts:5'), note: '`prisma.order.updateMany` only marks' }];
  expect(lines({ deletions: [], flags })).toEqual([
    'error `src/gone.ts#onGone` only marks the data when the authorization ends; nothing is deleted.',
  ]);
  expect(judged({ deletions: [], flags })[0]?.related.map(({ note }) => note)).toEqual([
    'the handler stands here',
    '`prisma.order.updateMany` only marks',
  ]);
  // What cannot be seen into may delete; what also deletes may also mark.
  expect(lines({ deletions: [], flags, isOpen: true })).toEqual([]);
  expect(lines({ flags })).toEqual([]);
});

test('a store that the handler surely does not empty for the one who withdraws', () => {
  const kept = (deletion: Partial<StoreDeletion>) =>
    judge({
      yaml: declare({ more: `webhooks: [6]\n${handler}` }),
      outflows: [stored],
      deletion: found,
      evidence: storing({
        at: [],
        reachedFrom: [],
        after: null,
        verdict: 'not-seen',
        reason: null,
        ...deletion,
      }),
    }).findings.flatMap((one) => (one.rule === rule ? [`${one.severity} ${one.message}`] : []));
  const reason = 'webhook 6 does not lead to the handler';
  expect(kept({ reason })).toEqual([
    'error `src/gone.ts#onGone` is declared to delete when the authorization ends, and `prisma.order` is not deleted then: webhook 6 does not lead to the handler.',
  ]);
  expect(kept({ verdict: 'not-known', reason })).toEqual([]);
  expect(kept({})).toEqual([]);
});

test('the type of a product’s status taken for that of a withdrawal', () => {
  const [finding] = judged({ mistakenTypes: [placeAt('src/routes.ts:8:7')] });
  expect(finding).toMatchObject({
    severity: 'error',
    place: { file: 'src/routes.ts', start: { line: 8, column: 7 } },
    help: 'Compare with `6`.',
  });
});

test('says nothing of code that was not looked at, nor where nothing personal is stored', () => {
  expect(says(handler)).toEqual([]);
  expect(says('', { outflows: [] })).toEqual([]);
  expect(says('storage: [{ id: db, kind: postgres, holds: [shop.money] }]\n', { outflows: [] })).toEqual([]);
  const harmless = outflow('src/ship/a.ts:4', 'stored', 'save', orders, ['order.reference']);
  expect(says('', { outflows: [harmless] })).toEqual([]);
  expect(says('', { deletion: null, horizon: 'file' })).toEqual([]);
  expect(says('webhooks: [x]\n')).toEqual([]);
  expect(said(rule, { outflows: [stored] })).toEqual([]);
});
