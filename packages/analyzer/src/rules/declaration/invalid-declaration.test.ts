import { expect, test } from 'vitest';
import { cleanCalls, declare, judge, said } from '../../../test/judge.js';

test('every mistake is a finding at its place, and the rest of the run goes on', () => {
  const yaml = declare({
    scopes: 'shop.info, order.info, parcel.basic, money.info',
    more: 'webhook: [1]\nrules: { surplus-data: of }\n',
  });
  expect(said('invalid-declaration', { yaml, uses: cleanCalls })).toEqual([
    'scope-declaration.yaml:14:1 error Unknown key `webhook`.',
    'scope-declaration.yaml:15:24 error `rules.surplus-data` must be one of `error`, `warning`, `note`, `off`, not "of".',
  ]);
  expect(said('unused-scope', { yaml, uses: cleanCalls })).toHaveLength(1);
});

test('a file that cannot be read at all is still a finding', () => {
  expect(judge({ yaml: 'hello' }).findings.map(({ rule }) => rule)).toEqual(['invalid-declaration']);
});
