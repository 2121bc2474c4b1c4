import type { Finding } from '@leastscope/analyzer';
import { left, operations, type PlanContext, type Planned } from './planner.js';
import { lineBreakOf, lineStartOf, rangeOf } from './range-of.js';

/**
 * The comment that silences a finding, above its line. Whether a comment may stand there (not inside of a template, nor of
 * JSX) is for whoever has the syntax tree to say.
 */
export function addIgnore(finding: Finding, reason: string, { textOf }: PlanContext): Planned {
  const { rule, place } = finding;
  const text = textOf(place.file);
  if (text === null) return null;
  if (rule === 'unused-suppression') return left('nothing silences the rule about silencing');
  if (/\.ya?ml$/.test(place.file)) return left('a comment silences nothing in the declaration');
  const start = lineStartOf(text, rangeOf(text, place)[0]);
  if (commentsAbove(text, start).some((line) => line.includes(`leastscope-ignore-next-line ${rule}`)))
    return left('such a comment stands there already');
  const indent = /^[^\S\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  const said = reason.replace(/\s+/g, ' ').trim();
  return operations({
    kind: 'addIgnore',
    rule,
    finding: place,
    file: place.file,
    range: [start, start],
    safety: 'safe',
    title: `Ignore \`${rule}\` on this line`,
    reason: said,
    text: `${indent}// leastscope-ignore-next-line ${rule} -- ${said}${lineBreakOf(text)}`,
  });
}

/** Several such comments may stand above one line; each speaks of it. */
function commentsAbove(text: string, start: number): readonly string[] {
  const lines = text
    .slice(0, start)
    .split(/\r\n|\n|\r/)
    .slice(0, -1)
    .reverse();
  const other = lines.findIndex((line) => !/^\s*(?:\/\/|\/\*+|\*|<!--)\s*leastscope-/.test(line));
  return other === -1 ? lines : lines.slice(0, other);
}
