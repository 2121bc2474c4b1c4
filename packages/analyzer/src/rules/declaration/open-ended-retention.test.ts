import { expect, test } from 'vitest';
import { connect, declare, said } from '../../../test/judge.js';

const about = (retention: string) =>
  said('open-ended-retention', {
    yaml: declare({ purposes: connect.replace(/ {4}retention: .*\n/, retention) }),
  });

test('no retention, no period, no end, no deauthorization', () => {
  expect(about('')).toEqual([
    'scope-declaration.yaml:4:9 error Purpose `connect` does not say how long its data is kept.',
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
