import { expect, it } from 'vitest';
import { unifiedDiff } from './diff-lines.js';
import { wrap } from './wrap.js';

it('breaks between words, keeps names whole, and breaks nothing without a width', () => {
  const text = 'The call of `GET /order/202507/orders` needs a scope that is not requested.';
  expect(wrap(text, 44, 10, '  ').split('\n')).toEqual([
    'The call of',
    '  `GET /order/202507/orders` needs a scope',
    '  that is not requested.',
  ]);
  expect(wrap(text, undefined, 10, '  ')).toBe(text);
  expect(wrap(text, 20, 10, '  ')).toBe(text);
});

it('prints a difference that git can apply', () => {
  const before = ['1', '2', '3', '4', '5', '6', '7', '8', '9', ''].join('\n');
  const after = before.replace('2\n', '2\nnew\n').replace('9\n', 'nine\n');
  expect(unifiedDiff('a.yaml', before, after).join('\n')).toMatchInlineSnapshot(`
    "--- a/a.yaml
    +++ b/a.yaml
    @@ -1,9 +1,10 @@
     1
     2
    +new
     3
     4
     5
     6
     7
     8
    -9
    +nine"
  `);
  expect(unifiedDiff('a.yaml', before, before)).toEqual([]);
});
