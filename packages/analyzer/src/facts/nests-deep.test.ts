import { expect, it } from 'vitest';
import { nestsDeep } from './nests-deep.js';

const times = (count: number, text: string): string => text.repeat(count);

it.each([
  ['brackets', times(300, 'f(')],
  ['functions in functions', times(300, 'a => ')],
  ['both together', times(140, 'f(a => ')],
])('%s go deep', (_name, text) => {
  expect(nestsDeep(text)).toBe(true);
});

it.each([
  ['what is closed again', times(1000, 'f(a);\n')],
  ['one after the other', times(1000, 'const f = (a) => a;\n')],
  ['what people write', 'export const f = () => { return [g({ a: (b) => b }'],
])('%s does not', (_name, text) => {
  expect(nestsDeep(text)).toBe(false);
});
