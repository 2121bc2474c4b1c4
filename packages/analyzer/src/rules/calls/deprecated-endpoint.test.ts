import { expect, test } from 'vitest';
import { call, judge } from '../../../test/judge.js';

test('names the replacement and its scope', () => {
  const uses = [
    call('src/a.ts:1', 'GET /old/202309/orders'),
    call('src/a.ts:2', 'GET /api/orders/list'),
    call('src/a.ts:3', 'GET /order/202309/orders'),
  ];
  const found = judge({ uses }).findings.map(({ rule, severity, message, help }) => [
    rule,
    severity,
    message,
    help,
  ]);
  expect(found).toEqual([
    [
      'deprecated-endpoint',
      'warning',
      '`GET /old/202309/orders` is deprecated.',
      'Use `GET /order/202507/orders` instead; it needs `order.info`.',
    ],
    [
      'deprecated-endpoint',
      'warning',
      '`GET /api/orders/list` belongs to the first API generation, which the platform has closed.',
      'Use `GET /order/202507/orders` instead; it needs `order.info`.',
    ],
  ]);
});
