import { describe, expect, it } from 'vitest';
import { findsLetters, isFill } from './masks.js';

describe('fill characters', () => {
  it.each(['*', '****', '$1***$2', 'xxxx', 'x', '••••', '[redacted]', '[name]', '…'])('%s hides', (text) =>
    expect(isFill(text)).toBe(true),
  );
  it.each(['', ' ', '-', '$1-$2', ', ', '+49', 'next', 'max'])('%j does not', (text) =>
    expect(isFill(text)).toBe(false),
  );
});

describe('patterns that find letters or digits', () => {
  it.each(['\\d', '\\w+', '.(?=.{4})', '[a-z]', '[A-Z0-9]{3}', '(?<=.).(?=.*@)', '[^@]', '\\S', '\\p{L}'])(
    '/%s/ does',
    (source) => expect(findsLetters(source)).toBe(true),
  );
  it.each(['\\D', '\\s+', '[.\\-/]', '\\.', '-', '[\\u0300-\\u036f]', '\\W', '[^\\d]', '[^a-z]', '\\n'])(
    '/%s/ does not',
    (source) => expect(findsLetters(source)).toBe(false),
  );
});
