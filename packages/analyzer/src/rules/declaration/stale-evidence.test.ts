import { expect, test } from 'vitest';
import { declare, said } from '../../../test/judge.js';

const says = (more: string) => said('stale-evidence', { yaml: declare({ more }), asOf: '2026-06-01' });

test('a review older than it may be, or yet to come', () => {
  const control = (rest: string) =>
    says(`controls:\n  access-review: { answer: yes, statement: Yearly., ${rest} }\n`);
  expect(control('reviewed: 2025-05-31')).toEqual([
    expect.stringContaining('`access-review` was reviewed on 2025-05-31, which held until 2026-05-31.'),
  ]);
  expect(control('reviewed: 2025-06-01')).toEqual([]);
  expect(control('reviewed: 2025-05-31, validFor: P2Y')).toEqual([]);
  expect(control('reviewed: 2026-06-02')).toEqual([expect.stringContaining('yet to come')]);
});

test('a certificate, and the days of protection', () => {
  expect(says('certifications: [{ name: ISO 27001, validUntil: 2026-05-31 }]\n')).toHaveLength(1);
  expect(says('certifications: [{ name: ISO 27001, validUntil: 2026-06-01 }]\n')).toEqual([]);
  expect(says('protection: { accessReviewed: 2024-01-15 }\n')).toHaveLength(1);
  expect(says('protection: { accessReviewed: 2026-01-15 }\n')).toEqual([]);
});
