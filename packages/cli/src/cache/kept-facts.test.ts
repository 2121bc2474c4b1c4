import type { FactsCache } from '@leastscope/analyzer';
import { expect, it } from 'vitest';
import { readKeptFacts } from './kept-facts.js';
import type { Store } from './store.js';

/** A store in memory, that counts what is written. */
function createStore(): Store & { readonly kept: Map<string, string>; written: number } {
  const kept = new Map<string, string>();
  const store = {
    kept,
    written: 0,
    read: (name: string): unknown => JSON.parse(kept.get(name) ?? 'null'),
    write: (name: string, data: unknown) => {
      store.written += 1;
      kept.set(name, JSON.stringify(data));
    },
  };
  return store;
}

function factsOf(count: number, stampOf: (at: number) => string = () => 'first'): FactsCache {
  return new Map(
    Array.from({ length: count }, (_, at) => [
      `src/${String(at)}.ts`,
      { stamp: stampOf(at), read: { file: `src/${String(at)}.ts` } as never },
    ]),
  );
}

const sorted = (facts: FactsCache): readonly string[] => [...facts].map((row) => JSON.stringify(row)).sort();

function rewritten(store: ReturnType<typeof createStore>, facts: FactsCache): number {
  store.written = 0;
  readKeptFacts(store, 'k').keep(facts);
  return store.written;
}

it.each([0, 1, 40, 1_000, 10_000])('gives back what was kept: %i files', (count) => {
  const store = createStore();
  readKeptFacts(store, 'k').keep(factsOf(count));
  expect(sorted(readKeptFacts(store, 'k').facts)).toEqual(sorted(factsOf(count)));
  expect(store.kept.size).toBeLessThanOrEqual(65);
});

it('writes only the part of what has changed, and nothing where nothing has', () => {
  const store = createStore();
  rewritten(store, factsOf(1_000));
  expect(rewritten(store, factsOf(1_000))).toBe(0);
  expect(
    rewritten(
      store,
      factsOf(1_000, (at) => (at === 500 ? 'second' : 'first')),
    ),
  ).toBe(1);
  expect(readKeptFacts(store, 'k').facts.get('src/500.ts')?.stamp).toBe('second');
});

it('forgets what is no longer kept, in however many parts it lay', () => {
  const store = createStore();
  rewritten(store, factsOf(1_000));
  rewritten(store, factsOf(3));
  expect(sorted(readKeptFacts(store, 'k').facts)).toEqual(sorted(factsOf(3)));
});

it.each([
  ['no head', (store: Store) => store.write('facts-k', null)],
  ['a head of somebody else', (store: Store) => store.write('facts-k', { parts: 'many' })],
  ['a part that is none', (store: Store) => store.write('facts-k-0', { a: 1 })],
  [
    'rows that are none',
    (store: Store) => store.write('facts-k-0', [[1, 2], 'row', ['src/0.ts', 'first', null]]),
  ],
])('takes what is broken for nothing: %s', (_name, breaking) => {
  const store = createStore();
  rewritten(store, factsOf(20));
  breaking(store);
  expect(readKeptFacts(store, 'k').facts.size).toBe(0);
});
