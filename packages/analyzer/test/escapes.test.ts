import { loadCatalog } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import { parseDeclaration } from '../src/declaration/parse-declaration.js';
import { escapeCases } from './escape-cases.js';
import { analyzeSources, printSources, type Sources } from './generate/run.js';

/** Covers the call, so that what its answer holds can be called unread. */
const declared = parseDeclaration(
  `app: { name: Books, type: public, tokens: [seller] }
requestedScopes: [seller.order.info]
purposes:
  - id: books
    kind: erp
    text: Book the orders of the seller in the books of the company.
    retention: { period: P1Y, after: account.closed, onDeauthorization: P1D }
`,
  'scope-declaration.yaml',
  loadCatalog(),
);

const known = new Map<string, boolean>();

function saysUnread(sources: Sources): boolean {
  const text = printSources(sources);
  const before = known.get(text);
  if (before !== undefined) return before;
  const { findings } = analyzeSources(sources, declared);
  const said = findings.some(({ rule }) => rule === 'unread-data');
  known.set(text, said);
  return said;
}

describe.each(escapeCases.map((one) => [one.name, one] as const))('%s', (_, { sources, without }) => {
  it('is said to be unread without it', () => {
    expect(saysUnread(without), printSources(without)).toBe(true);
  });

  it('is not called unread', () => {
    expect(saysUnread(sources), printSources(sources)).toBe(false);
  });
});

it('holds many more than fifteen ways out', () => {
  expect(new Set(escapeCases.map(({ name }) => name)).size).toBeGreaterThan(300);
});
