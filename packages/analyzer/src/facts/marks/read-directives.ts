import type { Directive } from '../../model/directives.js';
import { placeOf } from '../../lookups/place-of.js';

const directive =
  /(\/\/|\/\*+|<!--|^\s*\*)[ \t]*leastscope-(ignore-next-line|purpose|endpoint)\b[ \t]*([^\r\n]*)/gm;

/** The comments that speak to leastscope. */
export function readDirectives(file: string, text: string, lineStarts: readonly number[]): Directive[] {
  if (!text.includes('leastscope-')) return [];
  return [...text.matchAll(directive)].map((match) => {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const place = placeOf(file, lineStarts, [start, match.index + match[0].length]);
    const kind = match[2] as Directive['kind'];
    const [said, reason] = split((match[3] ?? '').replace(/(?:\*\/|-->)\s*$/, ''));
    return {
      kind,
      rule: kind === 'ignore-next-line' ? (said.split(/\s/)[0] ?? null) : null,
      text: said,
      reason,
      place,
      appliesTo: appliesTo(kind, text, match.index, place.start.line),
    };
  });
}

function split(said: string): [text: string, reason: string | null] {
  const [text = '', ...reasons] = said.split(/\s+--\s+|\s*--\s+/);
  const reason = reasons.join(' -- ').trim();
  return [text.trim(), reason === '' ? null : reason];
}

function appliesTo(kind: Directive['kind'], text: string, index: number, line: number): number | 'file' {
  const before = text.slice(0, index);
  const lineStart = before.lastIndexOf('\n') + 1;
  const hasCode = before.slice(lineStart).trim() !== '';
  if (kind === 'purpose' && !hasCode && isHead(before)) return 'file';
  return hasCode && kind !== 'ignore-next-line' ? line : line + 1 + directivesBelow(text, index);
}

/** Several comments may stand above one line: each speaks of the first line that is none of them. */
function directivesBelow(text: string, index: number): number {
  const [, ...lines] = text.slice(index, index + 2000).split(/\r\n|\n|\r/);
  const other = lines.findIndex((line) => !/^\s*(?:\/\/|\/\*+|\*|<!--)\s*leastscope-/.test(line));
  return Math.max(other, 0);
}

/** Nothing but comments and blank lines so far: the directive speaks of the file. */
function isHead(before: string): boolean {
  return before.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|^#![^\n]*|<script[^>]*>|---/g, '').trim() === '';
}
