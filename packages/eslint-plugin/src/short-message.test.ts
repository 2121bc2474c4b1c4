import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longest, shortMessage } from './short-message.js';

it('leaves a sentence that fits as it is', () => {
  const sentence = '`POST /order/202309/orders/search` needs `seller.order.info`, which is not requested.';
  expect(shortMessage(sentence)).toBe(sentence);
});

it('ends a longer one between words, and tears no name apart', () => {
  const names = Array.from({ length: 12 }, (_, index) => `\`buyer.field_${index}\``).join(', ');
  expect(shortMessage(`\`GET /order/202507/orders\` also delivers ${names}, which nobody needs.`)).toBe(
    '`GET /order/202507/orders` also delivers `buyer.field_0`, `buyer.field_1`, `buyer.field_2`, `buyer.field_3`…',
  );
  expect(shortMessage(`It reads \`${'a b '.repeat(60)}\`.`)).toBe('It reads…');
  expect(shortMessage('x'.repeat(500))).toBe(`${'x'.repeat(longest - 1)}…`);
});

it('is never longer than there is room, and always the beginning of what was said', () => {
  const word = fc.stringMatching(/^[a-z`.,]{1,30}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
      const message = words.join(' ');
      const short = shortMessage(message);
      expect(short.length).toBeLessThanOrEqual(longest);
      expect(message.startsWith(short.replace(/…$/, ''))).toBe(true);
    }),
  );
});
