import { expect, test } from 'vitest';
import { call, cleanCalls, declare, said } from '../../../test/judge.js';

const more =
  'exceptions: [{ rule: missing-scope, endpoint: GET /money/202501/statements, until: 2026-06-30, reason: Planned, approvedBy: owner }]\n';
const uses = [...cleanCalls, call('src/ship/a.ts:1', 'GET /money/202309/statements')];

test('an exception silences through its last day, for every version of the endpoint', () => {
  const story = { yaml: declare({ more }), uses, asOf: '2026-06-30' };
  expect(said('missing-scope', story)).toEqual([
    'src/ship/a.ts:1:1 error `GET /money/202309/statements` needs `money.info`, which is not requested. [silenced by exception]',
  ]);
  expect(said('expired-exception', story)).toEqual([]);
});

test('past it, it silences nothing and is reported', () => {
  const story = { yaml: declare({ more }), uses, asOf: '2026-07-01' };
  expect(said('missing-scope', story)[0]).not.toContain('silenced');
  expect(said('expired-exception', story)).toEqual([
    'scope-declaration.yaml:14:14 error The exception from `missing-scope` ended on 2026-06-30.',
  ]);
  expect(said('unused-exception', story)).toEqual([]);
});
