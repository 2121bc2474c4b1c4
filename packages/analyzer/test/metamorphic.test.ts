import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeLists, programs } from './generate/arbitrary.js';
import { changes as allChanges, type Change } from './generate/changes.js';
import { usesOf, type Program } from './generate/program.js';
import { render } from './generate/render.js';
import { analyzeSources, openIn, printSources, usedBy, type Sources } from './generate/run.js';

/** Fixed, so that every run tries the same programs. */
const seed = Number(process.env['LEASTSCOPE_SEED'] ?? 20261123);
const numRuns = Number(process.env['LEASTSCOPE_RUNS'] ?? 120);

describe('a generated program', () => {
  it('uses what it was made to use, and nothing else', () => {
    fc.assert(
      fc.property(programs, (program) => holds(program, [])),
      { seed, numRuns },
    );
  });

  it('uses the same after it was rewritten', () => {
    fc.assert(
      fc.property(programs, changeLists, (program, changes) => holds(program, changes)),
      { seed, numRuns },
    );
  });
});

/** One program that has a bit of everything, so that a change that breaks something is named by its own test. */
const sample: Program = {
  language: 'ts',
  modules: 'esm',
  naming: 'plain',
  host: 'const',
  url: 'template',
  clients: [
    { leaf: 'fetch', layers: ['function'] },
    { leaf: 'axios-instance', layers: ['method'] },
  ],
  calls: [
    {
      endpoint: { method: 'POST', path: '/order/202309/orders/search' },
      client: 0,
      path: 'template',
      shape: 'function',
    },
    {
      endpoint: { method: 'PUT', path: '/product/202309/products/{product_id}' },
      client: 1,
      path: 'template',
      shape: 'function',
    },
  ],
  tables: [
    {
      rows: [
        { method: 'GET', path: '/authorization/202309/shops' },
        { method: 'POST', path: '/product/202309/products' },
      ],
      client: 0,
      loop: 'for-of',
    },
  ],
  placement: { constants: 'main', helpers: 'main', callFiles: 1 },
  share: 'named',
  noise: [],
  isReversed: false,
  hasMethodEnum: false,
};

describe.each(['esm', 'cjs'] as const)('a sample in %s uses the same', (modules) => {
  it.each(allChanges.map((change) => [change.name, change] as const))('%s', (_, change) =>
    holds({ ...sample, modules }, [change]),
  );
});

it('finds nothing open beside a curried helper whose host has a default', () => {
  const chain = { leaf: 'fetch', layers: ['curried'] } as const;
  holds({ ...sample, host: 'env', url: 'concat', clients: [chain] }, []);
});

/** Fails with the program as a person would read it. */
function holds(program: Program, changes: readonly Change[]): void {
  const changed = changes.reduce((current, { apply }) => apply(current), program);
  const sources = render(changed);
  const { needs } = analyzeSources(sources);
  const found = { uses: usedBy(needs), open: openIn(needs), unread: needs.unread };
  expect(found, message(sources, changes)).toEqual({ uses: usesOf(program), open: [], unread: [] });
}

function message(sources: Sources, changes: readonly Change[]): string {
  return `${changes.map(({ name }) => `changed: ${name}\n`).join('')}${printSources(sources)}`;
}
