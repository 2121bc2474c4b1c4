import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readElement, readField, sourcePath, type AccessPath } from './access-path.js';
import { responseToRequest } from './source.js';
import { fieldOf } from './read-field.js';
import {
  allPaths,
  isTainted,
  join,
  joinAll,
  mapPaths,
  ofEntries,
  ofFunction,
  ofPaths,
  signatureOf,
  untainted,
} from './taint-value.js';
import type { TaintValue } from './taint-value-types.js';

const runs = { numRuns: 300, seed: 20261129 };
const names = ['orders', 'id', 'phone'];

const paths: fc.Arbitrary<AccessPath> = fc
  .tuple(
    fc.constantFrom({ file: 'a.ts', call: 1 }, { file: 'b.ts', call: 2 }),
    fc.array(fc.constantFrom(...names, '[]'), { maxLength: 3 }),
  )
  .map(([request, steps]) => steps.reduce(stepInto, sourcePath(responseToRequest(request))));

function stepInto(path: AccessPath, name: string): AccessPath {
  return (name === '[]' ? readElement(path) : readField(path, name)) ?? path;
}

const functions = fc.nat(2).map((index) => ofFunction({ file: 'a.ts', function: index, activation: null }));

const taints: fc.Arbitrary<TaintValue> = fc.letrec<{ taint: TaintValue }>((tie) => ({
  taint: fc.oneof(
    { maxDepth: 3 },
    fc.constant(untainted),
    fc.array(paths, { maxLength: 3 }).map(ofPaths),
    functions,
    fc.array(fc.tuple(fc.constantFrom(...names, '0', '[]'), tie('taint')), { maxLength: 3 }).map(ofEntries),
    fc.tuple(tie('taint'), tie('taint')).map(([a, b]) => join(a, b)),
  ),
})).taint;

const same = (a: TaintValue, b: TaintValue): void => {
  expect(signatureOf(a)).toBe(signatureOf(b));
};
/** Whether the first holds nothing that the second does not hold. */
const isBelow = (a: TaintValue, b: TaintValue): boolean => signatureOf(join(a, b)) === signatureOf(b);

test('what a join or a change adds nothing to stays the object that it was, so that nothing is copied', () => {
  fc.assert(
    fc.property(taints, taints, (a, b) => {
      const both = join(a, b);
      expect(join(both, b)).toBe(both);
      expect(join(both, a)).toBe(both);
      expect(mapPaths(both, (path) => path)).toBe(both);
    }),
    runs,
  );
});

describe('the join of taint values', () => {
  it('is idempotent, commutative and associative, and untainted is its neutral element', () => {
    fc.assert(
      fc.property(taints, taints, taints, (a, b, c) => {
        same(join(a, a), a);
        same(join(a, b), join(b, a));
        same(join(join(a, b), c), join(a, join(b, c)));
        same(join(a, untainted), a);
        same(joinAll([a, b, c]), join(a, join(b, c)));
      }),
      runs,
    );
  });

  it('is an upper bound, and loses no path', () => {
    fc.assert(
      fc.property(taints, taints, (a, b) => {
        const both = join(a, b);
        expect(isBelow(a, both) && isBelow(b, both)).toBe(true);
        const keys = new Set(allPaths(both).map(({ key }) => key));
        for (const { key } of [...allPaths(a), ...allPaths(b)]) expect(keys).toContain(key);
        expect(isTainted(both)).toBe(isTainted(a) || isTainted(b));
      }),
      runs,
    );
  });

  it('is kept by going down to a field: more in, more out', () => {
    fc.assert(
      fc.property(taints, taints, fc.constantFrom(...names, '0'), (a, b, name) => {
        expect(isBelow(fieldOf(a, name), fieldOf(join(a, b), name))).toBe(true);
      }),
      runs,
    );
  });
});

describe('what is cut off is widened, not lost', () => {
  it('in objects that are nested without end', () => {
    const path = sourcePath(responseToRequest({ file: 'a.ts', call: 1 }));
    let nested = ofPaths([path]);
    for (let depth = 0; depth < 40; depth += 1) nested = ofEntries([['next', nested]]);
    expect(allPaths(nested).map(({ key }) => key)).toEqual([path.key]);
  });

  it('in a path that goes down into itself', () => {
    let path: AccessPath | null = sourcePath(responseToRequest({ file: 'a.ts', call: 1 }));
    for (let depth = 0; depth < 40 && path !== null; depth += 1) path = readField(path, 'children');
    expect(path?.fields).toEqual(['children', 'children']);
  });
});
