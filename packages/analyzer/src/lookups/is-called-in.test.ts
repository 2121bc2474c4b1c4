import { loadCatalog, tellTales } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import { readFile } from '../facts/read-file.js';
import { isCalledIn } from './is-called-in.js';

/** Whether the first function of a text is called in it. */
function isCalled(code: string): boolean {
  const facts = readFile('a.ts', code, tellTales(loadCatalog()));
  if ('reason' in facts) throw new Error(facts.reason);
  return isCalledIn(facts, 0);
}

test.each([
  ['function load() {} load();', true],
  ['const load = () => 1; export const all = () => load();', true],
  ['class Shop { load() {} } new Shop().load();', true],
  ['export function load() {}', false],
  ['const load = () => 1; register(load); module.exports = { load };', false],
  ['const load = () => 1; export function all(load) { return load(); }', false],
])('%s', (code, expected) => {
  expect(isCalled(code)).toBe(expected);
});
