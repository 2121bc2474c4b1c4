import { expect, test } from 'vitest';
import { call, declare, said } from '../../../test/judge.js';

const uses = [call('src/ship/a.ts:1', 'GET /creator/202309/profiles')];

test('a seller app calls a creator endpoint', () => {
  expect(said('wrong-token', { yaml: declare(), uses })).toEqual([
    'src/ship/a.ts:1:1 error `GET /creator/202309/profiles` takes a token of a `creator`; the app declares `seller` only.',
  ]);
});

test('is silent when the app holds the token, or does not say which it holds', () => {
  const both = declare().replace('tokens: [seller]', 'tokens: [seller, creator]');
  expect(said('wrong-token', { yaml: both, uses })).toEqual([]);
  expect(said('wrong-token', { yaml: declare().replace(', tokens: [seller]', ''), uses })).toEqual([]);
  expect(said('wrong-token', { uses })).toEqual([]);
});
