import { describe, expect, it } from 'vitest';
import { addsItems, isPure, keepsUnknownText, methodOf } from './methods.js';

const iterator = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object;

/** Methods that no data goes through, or that belong to the language's own machinery. */
const leftOut = new Set([
  'constructor',
  // Markup methods of texts, kept by the language for old pages.
  ...['anchor', 'big', 'blink', 'bold', 'fixed', 'fontcolor', 'fontsize', 'italics', 'link', 'small'],
  ...['strike', 'sub', 'sup', 'trimLeft', 'trimRight'],
  'next',
]);

const prototypes: Readonly<Record<string, object>> = {
  Array: Array.prototype,
  String: String.prototype,
  Promise: Promise.prototype,
  Map: Map.prototype,
  Set: Set.prototype,
  Iterator: iterator,
};

function methodsOf(prototype: object): readonly string[] {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([, { value }]) => typeof value === 'function')
    .map(([name]) => name)
    .filter((name) => !leftOut.has(name));
}

describe('the table of built-in methods', () => {
  it.each(Object.keys(prototypes))('has every method that %s has in this runtime', (name) => {
    const missing = methodsOf(prototypes[name] ?? {}).filter((method) => methodOf(method) === undefined);
    expect(missing).toEqual([]);
  });

  it.each(['toSpliced', 'findLast', 'isSubsetOf', 'take', 'toArray', 'toWellFormed', 'union'])(
    'has %s, which older runtimes lack',
    (name) => expect(methodOf(name)).toBeDefined(),
  );

  it('has no row for what every object has', () => {
    expect(methodOf('constructor')).toBeUndefined();
    expect(methodOf('__proto__')).toBeUndefined();
  });

  it('hands the callback of reduce what was made so far, then the item', () =>
    expect(methodOf('reduce')?.callback).toEqual({ at: 0, params: ['accumulator', 'item', 'key', 'self'] }));

  it('knows what depends on its receiver alone', () => {
    expect(['split', 'toSorted', 'at'].every(isPure)).toBe(true);
    expect(['push', 'then', 'get'].some(isPure)).toBe(false);
  });

  it('knows what leaves an unknown text unknown', () => {
    expect(['trim', 'replaceAll', 'toString', 'toLowerCase'].every(keepsUnknownText)).toBe(true);
    expect(['split', 'slice', 'toJSON'].some(keepsUnknownText)).toBe(false);
  });

  it('knows what changes a list in place', () => {
    expect(['push', 'set', 'add', 'splice', 'fill'].every(addsItems)).toBe(true);
    expect(['toSpliced', 'with', 'sort'].some(addsItems)).toBe(false);
  });
});
