import { lineStartOf, rangeOf } from './range-of.js';
import type { Suggest } from './edit.js';

/**
 * The comment that silences the finding. The reason is left to the person, and until there is one the comment silences
 * nothing: `unused-suppression` asks for it.
 */
export const ignoreNextLine: Suggest = ({ rule, place }, { text, isInsideText }) => {
  // Nothing silences the rule about silencing.
  if (rule === 'unused-suppression') return null;
  const start = lineStartOf(text, rangeOf(text, place)[0]);
  if (isInsideText(start)) return null;
  // Such a comment speaks of the next line: a second one between would take it away from the first.
  const lineAbove = text.slice(lineStartOf(text, start - 1), start);
  if (start > 0 && lineAbove.includes('leastscope-')) return null;
  const indent = /^[^\S\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const comment = `${indent}// leastscope-ignore-next-line ${rule} -- ${lineBreak}`;
  return { says: 'ignoreNextLine', data: { rule }, range: [start, start], text: comment };
};
