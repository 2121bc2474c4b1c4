import { expect, test } from 'vitest';
import { declare } from '../../test/judge.js';
import { tinyCatalog } from '../../test/tiny-catalog.js';
import { parseDeclaration } from './parse-declaration.js';

function told(control: string): readonly string[] {
  const { mistakes } = parseDeclaration(
    declare({ more: `controls:\n  ${control}\n` }),
    'd.yaml',
    tinyCatalog,
  );
  return mistakes.map(({ message, help }) => `${message} ${help}`);
}

test('an answer needs what it rests on', () => {
  expect(told('access-review: { answer: no }')).toEqual([
    '`access-review` is answered with "no" and no reason. Add `because: …`.',
  ]);
  expect(told('access-review: { answer: no, because: Two people. }')).toEqual([]);
  expect(told('access-review: { answer: yes }')).toHaveLength(1);
  expect(told('access-review: { answer: yes, statement: Each quarter. }')).toEqual([]);
  expect(told('breach-last-3-years: { answer: yes }')).toEqual([]);
});

test('an unknown control is told with the nearest', () => {
  expect(told('acces-review: { answer: yes, statement: Each quarter. }')).toEqual([
    'There is no control `acces-review` in the catalog. Did you mean `access-review`?',
  ]);
});
