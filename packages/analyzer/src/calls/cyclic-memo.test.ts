import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCyclicMemo, createQuestion, type CyclicMemo, type Question } from './cyclic-memo.js';

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
  return asked.memo.run(asked.about(node), [], () =>
    union(
      node,
      (graph[node] ?? []).map((next) => remembered(graph, next, asked)),
    ),
  );
}

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
      memo.run(about(node), 0, () => {
        worked += 1;
        return node < 2 ? node : answer(node - 1) + answer(node - 2);
      });
    expect(answer(20)).toBe(6765);
    expect(worked).toBe(21);
  });

  it('are not remembered when the work failed', () => {
    const { memo, about } = createAsked<number>();
    expect(() =>
      memo.run(about(0), 0, () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(memo.run(about(0), 0, () => 7)).toBe(7);
  });
});
