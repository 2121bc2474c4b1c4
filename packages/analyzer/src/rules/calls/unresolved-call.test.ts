import { expect, test } from 'vitest';
import { judge, openCall, said } from '../../../test/judge.js';

test('gives the reason and the way to settle it', () => {
  const [finding] = judge({ open: [openCall('src/a.ts:7:3')] }).findings;
  expect(finding).toMatchObject({
    rule: 'unresolved-call',
    severity: 'warning',
    message: 'This call reaches the platform, but its endpoint is open: the path comes from a database.',
    place: { file: 'src/a.ts', start: { line: 7, column: 3 } },
  });
  expect(finding?.help).toContain('// leastscope-endpoint');
});

test('another host with the paths of the platform is a note that names it', () => {
  const open = [openCall('src/a.ts:1', { otherHost: 'gate.example', knownPath: '/order/202309/orders' })];
  expect(said('unresolved-call', { open })).toEqual([
    'src/a.ts:1:1 note This call asks for a path of the platform, but `gate.example` is none of its hosts that this catalog knows.',
  ]);
});

test('what the caller settles, and tests, are no finding', () => {
  const open = [
    openCall('src/a.ts:1', { settledBy: 'caller' }),
    openCall('src/a.test.ts:1', { fileKind: 'test' }),
  ];
  expect(said('unresolved-call', { open })).toEqual([]);
  expect(said('unresolved-call', { open, includeTests: true })).toHaveLength(1);
});
