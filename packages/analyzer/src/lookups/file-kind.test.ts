import { expect, it } from 'vitest';
import { fileKind } from './file-kind.js';

it.each([
  ['src/orders.ts', 'production'],
  ['src/contest.ts', 'production'],
  ['src/latest/orders.ts', 'production'],
  ['src/testimonials/list.tsx', 'production'],
  ['src/inspection.ts', 'production'],
  ['src/orders.test.ts', 'test'],
  ['src/orders.spec.mjs', 'test'],
  ['src/__tests__/orders.ts', 'test'],
  ['tests/orders.js', 'test'],
  ['e2e/orders.cy.ts', 'test'],
  ['src/Orders.stories.tsx', 'test'],
  ['scripts/backfill.ts', 'script'],
  ['bin/run.js', 'script'],
  ['vite.config.ts', 'script'],
  ['scripts/backfill.test.ts', 'test'],
  ['app/api/test/route.ts', 'production'],
  ['src/app/(admin)/tools/page.tsx', 'production'],
  ['app/api/test/helper.ts', 'test'],
  ['tests/app/api/route.ts', 'test'],
  ['app/api/route.test.ts', 'test'],
] as const)('%s is %s', (file, kind) => expect(fileKind(file)).toBe(kind));
