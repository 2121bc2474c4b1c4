import { expect, test } from 'vitest';
import { declare } from '../../test/judge.js';
import { tinyCatalog } from '../../test/tiny-catalog.js';
import { parseDeclaration } from './parse-declaration.js';

function told(text: string): readonly string[] {
  return parseDeclaration(text, 'd.yaml', tinyCatalog).mistakes.map(
    ({ place, message }) => `${place.file}:${place.start.line}:${place.start.column} ${message}`,
  );
}

const good = declare();

test('nothing, or nothing like a declaration', () => {
  const missing = [
    'd.yaml:1:1 `app` is missing.',
    'd.yaml:1:1 `purposes` is missing.',
    'd.yaml:1:1 `requestedScopes` is missing.',
  ];
  expect(told('')).toEqual(missing);
  expect(told('# later\n')).toEqual(missing);
  expect(told('- a\n')).toEqual([
    'd.yaml:1:1 The declaration must be a mapping of keys to values, not a list.',
  ]);
  expect(told('hello')).toEqual([
    'd.yaml:1:1 The declaration must be a mapping of keys to values, not "hello".',
  ]);
});

test('byte order mark and CRLF shift no place', () => {
  expect(told(`\uFEFF${good.replaceAll('\n', '\r\n')}webhook: [1]\r\n`)).toEqual([
    'd.yaml:14:1 Unknown key `webhook`.',
  ]);
  expect(told(`\uFEFFap: {}\n${good}`)[0]).toBe('d.yaml:1:1 Unknown key `ap`.');
});

test('tabs, duplicate keys, tags, several documents', () => {
  expect(told(`${good}deletion:\n\thandler: x\n`)).toEqual([
    'd.yaml:15:1 YAML takes no tab for indentation.',
  ]);
  expect(told(`${good}webhooks: [1]\nwebhooks: [6]\n`)).toEqual(['d.yaml:15:1 This key stands here twice.']);
  expect(told(`${good}webhooks: !!js/function [1]\n`)).toEqual([
    'd.yaml:14:11 A declaration takes no YAML tags.',
  ]);
  expect(told(`${good}---\n${good}`)).toEqual([
    'd.yaml:14:1 The file holds several YAML documents; only the first is read.',
  ]);
});

test('behind a syntax error nothing is guessed, before it everything is told', () => {
  const text =
    'app: { name: Tiny, typ: public, type: public }\nrequestedScopes: [shop.info\npurposes:\n  - id: x\n';
  const [first, second, ...others] = told(text);
  expect(first).toBe('d.yaml:1:20 Unknown key `typ` in `app`.');
  expect(second).toContain('d.yaml:3:1 This is not YAML: ');
  expect(others).toEqual([]);
  expect(parseDeclaration(text, 'd.yaml', tinyCatalog).declaration).toBeNull();
});

test('too long, too deep, too many aliases', () => {
  expect(told(`# ${'x'.repeat(1_048_576)}`)).toEqual([
    'd.yaml:1:1 `d.yaml` is 1049 kB long; a declaration has at most 100 kB.',
  ]);
  for (const text of [
    '['.repeat(50_000),
    '{'.repeat(50_000),
    '- '.repeat(5_000),
    '? '.repeat(5_000),
    'a: {'.repeat(10_000),
  ]) {
    expect(told(text)).toEqual([expect.stringContaining('`d.yaml` is nested more than 64 levels deep.')]);
  }
  const nine = (name: string) => `[${Array(9).fill(name).join(',')}]`;
  const bomb = `a: &a ${nine('x')}\nb: &b ${nine('*a')}\nc: &c ${nine('*b')}\nd: &d ${nine('*c')}\ne: ${nine('*d')}\n`;
  expect(told(bomb)).toEqual(['d.yaml:2:8 The aliases of this file multiply beyond measure.']);
  expect(told(`${good}webhooks: *nowhere\n`)).toEqual([
    expect.stringContaining('d.yaml:14:11 Unresolved alias'),
  ]);
});

test('thousands of mistakes are told as a hundred', () => {
  const lines = told(Array.from({ length: 5000 }, (_, index) => `key${index}: x`).join('\n'));
  expect(lines).toHaveLength(101);
  expect(lines.at(-1)).toContain('`d.yaml` has 4903 more mistakes.');
});

test('odd keys harm nothing', () => {
  expect(told(`${good}__proto__: { a: 1 }\n1: x\n? [a, b]\n: c\nnull: y\n<<: { a: 1 }\n`)).toHaveLength(5);
  expect(told(`x: &x\n  y: *x\n${good}`)).toEqual(['d.yaml:1:1 Unknown key `x`.']);
});

test('an alias goes with its anchor, where that stands in what is wrong', () => {
  const text = declare({ more: 'extra: &one 5\nwebhooks: [*one, 6]\nhook: { a: *one }\n' });
  const { declaration, mistakes } = parseDeclaration(text, 'd.yaml', tinyCatalog);
  expect(mistakes.map(({ message }) => message)).toContain('Unknown key `extra`.');
  expect(declaration?.webhooks.map(({ value }) => value)).toEqual([6]);
  expect(declaration?.incomplete).toContain('webhooks');
});
