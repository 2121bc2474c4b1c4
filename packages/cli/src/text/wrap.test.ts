import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from './width.js';
import { wrap } from './wrap.js';
import { alignColumns } from './words.js';

const text = 'The call of `GET /order/202507/orders` needs a scope that is not requested.';

describe('wrap', () => {
  it('breaks between words, keeps names whole, and breaks nothing without a width', () => {
    expect(wrap(text, { width: 44, start: 10, indent: 2 }).split('\n')).toEqual([
      'The call of',
      '  `GET /order/202507/orders` needs a scope',
      '  that is not requested.',
    ]);
    expect(wrap(text, { width: undefined, start: 10, indent: 2 })).toBe(text);
  });

  it('breaks a name that fits into no line, and begins below what leaves no room', () => {
    expect(wrap(text, { width: 20, start: 0, indent: 2 }).split('\n')).toEqual([
      'The call of `GET',
      '  /order/202507/orders`',
      '  needs a scope that',
      '  is not requested.',
    ]);
    expect(wrap('scope of it', { width: 20, start: 17, indent: 2 })).toBe('\n  scope of it');
  });

  it('measures what is seen: wide characters are two columns, combining ones none', () => {
    expect(wrap('見本 見本 見本', { width: 9, start: 0, indent: 0 })).toBe('見本 見本\n見本');
    expect(wrap('e\u0301e\u0301 e\u0301e\u0301', { width: 5, start: 0, indent: 0 })).toBe(
      'e\u0301e\u0301 e\u0301e\u0301',
    );
  });

  const word = fc.stringMatching(/^[a-z`.]{1,12}$/);
  it('loses no word, and is too wide only where one word is, at any width', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(30),
        fc.nat(30),
        (words, width, start, indent) => {
          const lines = wrap(words.join(' '), { width, start, indent }).split('\n');
          expect(lines.join(' ').trim().split(/\s+/)).toEqual(words);
          for (const line of lines.slice(1))
            if (widthOf(line) > width) expect(line.trim()).not.toContain(' ');
        },
      ),
    );
  });
});

describe('alignColumns', () => {
  const rows = [
    ['src/a.ts:1', 'one that is long'],
    ['src/見本.ts:12', 'two'],
  ];

  it('makes columns by what is seen', () => {
    expect(alignColumns(rows, undefined)).toEqual([
      'src/a.ts:1      one that is long',
      'src/見本.ts:12  two',
    ]);
  });

  it('breaks the last column, then all of them, where there is no room', () => {
    const told = [['src/a.ts:1', 'one that is long enough to be broken']];
    expect(alignColumns(told, 36)).toEqual(['src/a.ts:1  one that is long enough\n            to be broken']);
    expect(alignColumns(told, 20)).toEqual(['src/a.ts:1  one that\n  is long enough to\n  be broken']);
  });
});
