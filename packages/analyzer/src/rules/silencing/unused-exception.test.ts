import { expect, test } from 'vitest';
import { cleanCalls, declare, openCall, said } from '../../../test/judge.js';

const yaml = declare({
  scopes: 'shop.info, order.info, parcel.basic, money.info',
  more: `exceptions:
  - { rule: unused-scope, scope: money.info, until: 2027-01-31, reason: Pilot, approvedBy: owner }
  - { rule: unused-scope, scope: guess.info, until: 2027-01-31, reason: Pilot, approvedBy: owner }
`,
});

test('an exception that nothing needs, and one that something needs', () => {
  expect(said('unused-exception', { yaml, uses: cleanCalls })).toEqual([
    'scope-declaration.yaml:16:5 warning No finding of `unused-scope` needs this exception.',
  ]);
  expect(said('unused-scope', { yaml, uses: cleanCalls })[0]).toContain('[silenced by exception]');
});

test('an open call may be what it is for', () => {
  expect(said('unused-exception', { yaml, uses: cleanCalls, open: [openCall('src/a.ts:1')] })).toEqual([]);
});
