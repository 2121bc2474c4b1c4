import { expect, test } from 'vitest';
import { connect, declare, outflow, said } from '../../../test/judge.js';

const about = (retention: string) =>
  said('open-ended-retention', {
    yaml: declare({ purposes: connect.replace(/ {4}retention: .*\n/, retention) }),
  });

test('no retention, no period, no end, no deauthorization', () => {
  expect(about('')).toEqual([
    'scope-declaration.yaml:4:9 note Purpose `connect` does not say how long its data is kept; no code is seen to keep any.',
  ]);
  expect(about('    retention: { onDeauthorization: P1D }\n')).toEqual([
    'scope-declaration.yaml:8:16 error The retention of `connect` has no period.',
  ]);
  expect(about('    retention: { period: as long as needed, onDeauthorization: P1D }\n')).toEqual([
    'scope-declaration.yaml:8:16 error The retention of `connect` has no end: "as long as needed" is no period.',
  ]);
  expect(about('    retention: { period: P30D }\n')).toEqual([
    'scope-declaration.yaml:8:16 error The retention of `connect` does not say when data goes after the seller withdraws.',
  ]);
});

test('a mistyped retention is one mistake, not two', () => {
  expect(about('    retention: { period: 30 days, onDeauthorization: P1D }\n')).toEqual([]);
});

test('is an error where the code of the purpose stores data, or a store is declared', () => {
  const yaml = declare({ purposes: connect.replace(/ {4}retention: .*\n/, '') });
  const message =
    'scope-declaration.yaml:4:9 error Purpose `connect` does not say how long its data is kept.';
  const shops = 'GET /shop/202309/shops data.shops[]';
  const stored = (at: string) => [outflow(at, 'stored', 'save', shops, ['shop.identity'])];
  const says = (story: Parameters<typeof said>[1]) => said('open-ended-retention', { yaml, ...story });
  expect(says({ outflows: stored('src/connect/a.ts:4') })).toEqual([message]);
  expect(says({ outflows: stored('src/ship/a.ts:4') })).toEqual([expect.stringContaining(' note ')]);
  const more = `${yaml}storage: [{ id: db, kind: postgres, holds: [shop.identity] }]\n`;
  expect(says({ yaml: more })).toEqual([message]);
});

test('that nothing is kept can be said', () => {
  expect(about('    retention: { period: P0D, onDeauthorization: P0D }\n')).toEqual([]);
});
