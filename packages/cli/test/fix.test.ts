import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { leastscope, project, repository, today } from './workbench.js';

const folderOf = (name: string) => join(repository, 'fixtures/worked-examples', name);
const fix = (cwd: string, ...args: readonly string[]) =>
  leastscope(cwd, ['check', '--as-of', today, '--fix', ...args]);
const declared = (folder: string) => readFileSync(join(folder, 'scope-declaration.yaml'), 'utf8');

it('adds a missing scope, and touches nothing else', () => {
  const folder = project({}, folderOf('03-missing-scope'));
  const before = declared(folder);
  const { stdout } = fix(folder);
  expect(stdout).toContain('scope-declaration.yaml: added seller.return_refund.basic; ');
  expect(stdout).not.toContain('missing-scope');
  const added = '  - seller.return_refund.basic\n';
  expect(declared(folder)).toContain(added);
  expect(declared(folder).replace(added, '')).toBe(before);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(fix(folder).stdout).toContain('nothing to fix');
});

it('corrects a misspelt scope', () => {
  const folder = project({}, folderOf('07-misspelt-scope'));
  expect(fix(folder).stdout).toContain('renamed seller.product.optimize to serller.product.optimize');
  expect(declared(folder)).toContain('- serller.product.optimize');
});

it('drops only when asked to, and only when everything was understood', () => {
  const unused = project({}, folderOf('02-unused-scope'));
  fix(unused);
  expect(declared(unused)).toContain('seller.finance.info');
  expect(leastscope(unused, ['check', '--fix-unsafe']).stdout).toContain('removed seller.finance.info');
  expect(declared(unused)).not.toContain('seller.finance.info');

  const open = project({}, folderOf('09-open-call'));
  const before = declared(open);
  expect(leastscope(open, ['check', '--fix-unsafe']).stdout).toContain('because a call stayed open');
  expect(declared(open)).toBe(before);
});

it('shows with --dry-run what it would do, and writes nothing', () => {
  const folder = project({}, folderOf('03-missing-scope'));
  const before = declared(folder);
  const { stdout } = fix(folder, '--dry-run');
  expect(stdout).toMatch(/^--- a\/scope-declaration\.yaml\n\+\+\+ b\/scope-declaration\.yaml\n@@ /);
  expect(stdout).toContain('\n+  - seller.return_refund.basic\n');
  expect(declared(folder)).toBe(before);
  expect(leastscope(folder, ['check', '--dry-run']).stderr).toContain('name one of them');
});

it('keeps machines’ formats clean, a byte order mark and CRLF', () => {
  const text = `\ufeff${declared(folderOf('03-missing-scope')).replaceAll('\n', '\r\n')}`;
  const folder = project({ 'scope-declaration.yaml': text }, folderOf('03-missing-scope'));
  const { stdout, stderr } = fix(folder, '--format', 'json');
  expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  expect(stderr).toContain('added seller.return_refund.basic');
  const after = declared(folder);
  expect(after.replace('  - seller.return_refund.basic\r\n', '')).toBe(text);
});

it('mends nothing in a declaration that is not one', () => {
  const folder = project({ 'scope-declaration.yaml': 'schema: 1\n' }, folderOf('01-minimal'));
  const { status, stderr } = fix(folder);
  expect([status, stderr.split('\n').length]).toEqual([2, 2]);
});

it('declares with --fix-unsafe what a purpose may take, and its reason is still to be written', () => {
  const code = `const get = async (path) => (await fetch('https://open-api.tiktokglobalshop.com' + path)).json();
export const names = async () => (await get('/order/202507/orders?ids=1')).data.orders.map((one) => one.recipient_address.name);
`;
  const books = declared(join(repository, 'fixtures/data-flows/logged'));
  const folder = project({ 'scope-declaration.yaml': books, 'src/names.js': code });
  expect(fix(folder).stdout).toContain('may take, but does not declare');
  expect(declared(folder)).toBe(books);
  const { stdout } = leastscope(folder, ['check', '--fix-unsafe', '--as-of', today]);
  expect(stdout).toContain('declared buyer.name under also of keep-books; say why, or drop what reads it');
  expect(stdout).not.toContain('may take, but does not declare');
  expect(stdout).toContain('Why purpose `keep-books` takes `buyer.name` is still to be written.');
  const line = '    also: [{ category: buyer.name, because: "TODO: say why. Read at src/names.js:2" }]\n';
  expect(declared(folder).replace(line, '')).toBe(books);
});
