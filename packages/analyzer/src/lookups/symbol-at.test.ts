import { loadCatalog, tellTales } from '@leastscope/scope-catalog';
import { expect, test } from 'vitest';
import { isUnread, readFile } from '../facts/read-file.js';
import { placeOf } from './place-of.js';
import { symbolAt } from './symbol-at.js';

const words = tellTales(loadCatalog());

/** The symbol around the mark `HERE` in a text. */
function around(text: string): string {
  const facts = readFile('src/a.ts', text, words);
  if (isUnread(facts)) throw new Error(facts.reason);
  const at = text.indexOf('HERE');
  return symbolAt(facts, placeOf('src/a.ts', facts.lineStarts, [at, at + 4]));
}

test.each<[string, string]>([
  ['HERE;', '<module>'],
  ['function pull() { HERE; }', 'pull'],
  ['const pull = async () => { HERE; };', 'pull'],
  ['export default function () { HERE; }', 'default'],
  ['export default async () => { HERE; };', 'default'],
  ['class Sync { pull() { HERE; } }', 'Sync.pull'],
  ['class Sync { pull = () => { HERE; }; }', 'Sync.pull'],
  ['class Sync { static once() { list.map((one) => { HERE; }); } }', 'Sync.once'],
  ['const Sync = class { get all() { return HERE; } };', 'Sync.all'],
  ['class Sync { all = HERE; }', 'Sync'],
  ['const api = { pull() { HERE; } };', 'pull'],
  ['const api = { pull: function () { HERE; } };', 'pull'],
  ['exports.pull = async () => { HERE; };', 'pull'],
  ['export const GET = wrap(async () => { HERE; });', 'GET'],
  ['export default handler(async () => { HERE; });', 'default'],
  ['function outer() { function inner() { HERE; } }', 'outer.inner'],
  ['function outer() { return () => { HERE; }; }', 'outer'],
  ["app.get('/x', () => { HERE; });", '<module>'],
  ['function before() {}\nHERE;\nfunction behind() {}', '<module>'],
])('%s', (text, symbol) => {
  expect(around(text)).toBe(symbol);
});
