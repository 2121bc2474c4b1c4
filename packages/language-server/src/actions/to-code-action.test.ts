import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { difference } from './to-code-action.js';

it('the stretch that differs makes the one text of the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const document = TextDocument.create('', '', 0, before);
      expect(TextDocument.applyEdits(document, [difference(before, after)])).toBe(after);
    }),
    { numRuns: 300, seed: 17 },
  );
});
