import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createCyclicMemo,
  createQuestion,
  type CyclicMemo,
  type Kind,
  type Question,
} from './cyclic-memo.js';

/** Who calls whom, by index. */
type Graph = readonly (readonly number[])[];

const graphs: fc.Arbitrary<Graph> = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc.array(fc.uniqueArray(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }),
  );

/** Everything that is called from a node, itself included: what a helper's callers have to say. */
function reached(graph: Graph, node: number, open: ReadonlySet<number> = new Set()): readonly number[] {
  if (open.has(node)) return [];
  const inner = new Set([...open, node]);
  return union(
    node,
    (graph[node] ?? []).map((next) => reached(graph, next, inner)),
  );
}

/** A memo, and a question for every number. */
function createAsked<T>(): { readonly memo: CyclicMemo; readonly about: (node: number) => Question<T> } {
  const questions: Question<T>[] = [];
  return { memo: createCyclicMemo(), about: (node) => (questions[node] ??= createQuestion()) };
}

function remembered(
  graph: Graph,
  node: number,
  asked: ReturnType<typeof createAsked<readonly number[]>>,
): readonly number[] {
  return asked.memo.run(asked.about(node), lists, () =>
    union(
      node,
      (graph[node] ?? []).map((next) => remembered(graph, next, asked)),
    ),
  );
}

const lists: Kind<readonly number[]> = {
  whileOpen: [],
  isSame: (before, after) => before.join() === after.join(),
  isPassage: false,
};
const numbers: Kind<number> = { whileOpen: 0, isSame: (before, after) => before === after, isPassage: true };

function union(node: number, lists: readonly (readonly number[])[]): readonly number[] {
  return [...new Set([node, ...lists.flat()])].sort((a, b) => a - b);
}

describe('answers that need each other', () => {
  it('are those of plain recursion, in whatever order they are asked for', () => {
    const asked = graphs.chain((graph) =>
      fc.tuple(
        fc.constant(graph),
        fc.shuffledSubarray([...graph.keys()], { minLength: graph.length, maxLength: graph.length }),
      ),
    );
    fc.assert(
      fc.property(asked, ([graph, order]) => {
        const memo = createAsked<readonly number[]>();
        for (const node of order) expect(remembered(graph, node, memo)).toEqual(reached(graph, node));
      }),
      { numRuns: 500, seed: 20261129 },
    );
  });

  it('are worked out once where nothing goes in a circle', () => {
    const { memo, about } = createAsked<number>();
    let worked = 0;
    const answer = (node: number): number =>
      memo.run(about(node), numbers, () => {
        worked += 1;
        return node < 2 ? node : answer(node - 1) + answer(node - 2);
      });
    expect(answer(20)).toBe(6765);
    expect(worked).toBe(21);
  });

  it.each([
    ['one way', (at: number) => [at + 1]],
    ['both ways', (at: number) => [at + 1, at - 1]],
    ['one way, and over the next two', (at: number) => [at + 1, at + 3]],
  ])('of a ring that is gone through %s are worked out a few times, however long it is', (_, next) => {
    const timesEach = (length: number): number => {
      const { memo, about } = createAsked<readonly number[]>();
      let worked = 0;
      const answer = (node: number): readonly number[] =>
        memo.run(about(node), lists, () => {
          worked += 1;
          return union(
            node,
            next(node).map((at) => answer((at + length) % length)),
          );
        });
      for (let node = 0; node < length; node += 1) expect(answer(node)).toHaveLength(length);
      return worked / length;
    };
    expect(timesEach(10)).toBeGreaterThan(1);
    expect(timesEach(160)).toBeLessThanOrEqual(6);
  });

  it('of a ring in a ring keep no answer of the outer one from coming to rest', () => {
    const graph: Graph = [[1], [2, 3], [0], [4], [5, 3], [4]];
    const memo = createAsked<readonly number[]>();
    for (const node of [2, 5, 0, 1, 4, 3])
      expect(remembered(graph, node, memo)).toEqual(reached(graph, node));
  });

  it('are not remembered when the work failed', () => {
    const { memo, about } = createAsked<number>();
    expect(() =>
      memo.run(about(0), numbers, () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(memo.run(about(0), numbers, () => 7)).toBe(7);
  });
});
