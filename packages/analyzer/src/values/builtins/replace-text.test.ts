import { describe, expect, it } from 'vitest';
import type { Interpreter } from '../interpreter.js';
import { replaceText } from './replace-text.js';
import { plainText } from '../text.js';
import { unknownValue } from '../unknown.js';
import type { TextValue, Value } from '../value.js';

const noLinker = {} as Interpreter;
const pattern = (source: string, flags = ''): Value => ({ kind: 'pattern', source, flags });
const withId: TextValue = {
  kind: 'text',
  pieces: [...plainText('/orders/').pieces, unknownValue('id', 'a parameter'), ...plainText('/{sku}').pieces],
};

const showText = ({ pieces }: TextValue): string =>
  pieces.map((piece) => (piece.kind === 'unknown' ? `{${piece.name}}` : piece.text)).join('');

function replaced(text: TextValue, search: Value, by: Value, all = false): string {
  const value = replaceText(noLinker, text, search, by, all);
  return value.kind === 'text' ? showText(value) : value.kind;
}

describe('text.replace', () => {
  it.each([
    ['/a/{id}/{id}', plainText('{id}'), plainText('7'), false, '/a/7/{id}'],
    ['/a/{id}/{id}', plainText('{id}'), plainText('7'), true, '/a/7/7'],
    ['/a/:id', plainText(':id'), unknownValue('orderId', 'a parameter'), false, '/a/{orderId}'],
    ['/a.b.c', plainText('.'), plainText('$&'), true, '/a$&b$&c'],
    ['//a/', pattern('^\\/+'), plainText('/'), false, '/a/'],
    ['/A/b', pattern('a', 'i'), plainText('x'), false, '/x/b'],
    ['/a/a', pattern('a', 'g'), plainText('x'), false, '/x/x'],
    ['/a', plainText('b'), plainText('x'), false, '/a'],
    ['/a', pattern('(a+)+$'), plainText('x'), false, '/a'],
    ['/a', pattern('['), plainText('x'), false, '/a'],
    ['/a', unknownValue('p', 'unknown'), plainText('x'), false, '/a'],
  ] as const)('%s', (text, search, by, all, expected) =>
    expect(replaced(plainText(text), search, by, all)).toBe(expected),
  );

  it('leaves unknowns alone', () =>
    expect(replaced(withId, plainText('{sku}'), plainText('1'))).toBe('/orders/{id}/1'));

  it.each(['a*a*a*b', '.*.*.*x', '(a|a)*$', '(?:a?){30}a{30}', '\\w*\\w*\\w*='])(
    'does not run away on /%s/',
    (source) => {
      expect(replaced(plainText('a'.repeat(390)), pattern(source), plainText('x'))).toMatch(
        /^(?:unknown|a+|\{value\})$/,
      );
    },
    5000,
  );
});
