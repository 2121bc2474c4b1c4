import { expect, test } from 'vitest';
import { cleanCalls, connect, declare, judge, said } from '../../../test/judge.js';

test('every mistake is a finding at its place, and the rest of the run goes on', () => {
  const yaml = declare({
    scopes: 'shop.info, order.info, parcel.basic, money.info',
    more: 'webhook: [1]\nrules: { surplus-data: of }\n',
  });
  expect(said('invalid-declaration', { yaml, uses: cleanCalls })).toEqual([
    'scope-declaration.yaml:14:1 error Unknown key `webhook`.',
    'scope-declaration.yaml:15:24 error `rules.surplus-data` must be one of `error`, `warning`, `note`, `off`, not "of".',
  ]);
  expect(said('unused-scope', { yaml, uses: cleanCalls })).toHaveLength(1);
});

test('a file that cannot be read at all is still a finding', () => {
  expect(judge({ yaml: 'hello' }).findings.map(({ rule }) => rule)).toEqual(['invalid-declaration']);
});

const files = ['docs/there.md', 'src/connect/shops.ts', 'src/ship/a.ts', 'src/main.ts'];

test('a document that is named and not there', () => {
  const documents = (path: string) =>
    said('invalid-declaration', {
      yaml: declare({
        more: `controls: { access-review: { answer: yes, document: ${path} } }\n`,
      }),
      uses: cleanCalls,
      files,
    });
  expect(documents('docs/gone.md')).toEqual([
    'scope-declaration.yaml:14:28 warning `docs/gone.md` is named under `controls.access-review.document`, and there is no such file.',
  ]);
  for (const fine of ['docs/there.md', './docs/there.md', 'https://example.com/a.pdf', '../gone.md'])
    expect(documents(fine), fine).toEqual([]);
});

test('a glob whose folder is not there', () => {
  const globs = (code: string, uses = cleanCalls) =>
    judge({
      yaml: declare({ purposes: connect.replace(/code: .*/, `code: ['${code}']`) }),
      uses,
      files,
    }).findings.filter(({ rule }) => rule === 'invalid-declaration');
  expect(globs('src/conect/**').map(({ help, message }) => [message, help])).toEqual([
    [
      '`src/conect/**` of purpose `connect` matches no file: there is no `src/conect`.',
      'Did you mean `src/connect`? Globs are relative to this file.',
    ],
  ]);
  expect(globs('src/conect/**', [])).toEqual([]);
  expect(globs('lib/a.ts').map(({ help }) => help)).toEqual(['Globs are relative to this file.']);
  for (const fine of [
    'src/connect/**',
    './src/connect',
    'src/main.ts',
    '**/gone/*.go',
    '../shared/**',
    'src/{a,b}/**',
  ])
    expect(globs(fine), fine).toEqual([]);
});
