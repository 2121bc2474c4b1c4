import { expect, test } from 'vitest';
import type { StateDifference } from '../../change/state-difference.js';
import { catalog } from '../../../test/samples.js';
import { verdictSentence } from './verdict-sentence.js';

const none = { added: [], dropped: [] };
const nothing: StateDifference = {
  declaration: 'scope-declaration.yaml',
  verdict: { before: 'minimal', after: 'minimal' },
  scopes: [],
  authorizeAgain: [],
  categories: { delivered: none, read: none, stored: none, sent: none },
  recipients: none,
  stores: none,
  retention: [],
  answers: [],
  exceptions: { added: [], dropped: [], expired: [] },
  findings: { brought: [], mended: [] },
};
const scope = { scope: 'seller.finance.info', sensitive: false, approval: 'none' } as const;

test.each<[Partial<StateDifference>, number | null, string]>([
  [{}, 40, 'nothing changes in scopes, data, recipients, stores, retention, answers, exceptions or findings'],
  [
    {
      scopes: [{ ...scope, before: 'neither', after: 'requested and needed' }],
      categories: {
        ...nothing.categories,
        delivered: { added: ['buyer.contact', 'buyer.cpf'], dropped: [] },
        read: { added: ['buyer.contact'], dropped: ['order.order'] },
      },
      authorizeAgain: ['creator', 'seller'],
    },
    40,
    '+1 scope, 1 sensitive category, 1 personal category, every connected creator authorizes again, 40 connected sellers authorize again',
  ],
  [{ authorizeAgain: ['seller'] }, null, 'every connected seller authorizes again'],
  [{ authorizeAgain: ['seller'] }, 1, '1 connected seller authorizes again'],
  [
    { scopes: [{ ...scope, before: 'requested and needed', after: 'requested, not needed' }] },
    null,
    '1 scope no longer needed',
  ],
  [
    { stores: { added: [], dropped: ['prisma.label'] }, recipients: { added: ['a', 'b'], dropped: [] } },
    null,
    '+2 recipients, -1 store',
  ],
])('%#', (difference, sellers, wanted) => {
  const categoryById = new Map(catalog.categoryById);
  const known = catalog.categoryById.get('buyer.contact');
  if (known !== undefined) categoryById.set('buyer.cpf', { ...known, tier: 'sensitive-personal' });
  expect(verdictSentence({ ...nothing, ...difference }, { categoryById }, sellers)).toBe(wanted);
});
