import type { Finding } from '@leastscope/analyzer';
import { activeFindings, type CheckReport } from './report.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { changeSections, type ChangeSection } from './change-lines.js';
import type { Reporter } from './reporter.js';
import { coverageLine, severitySums, verdictLine } from './sentences.js';

/** For a job summary or the body of a comment: one row a finding. */
export const markdown: Reporter = (report) =>
  [
    '### leastscope',
    '',
    ...(activeFindings(report).length > 0 ? [...tableOf(report), ''] : []),
    ...changeSections(report).flatMap(changeList),
    ...report.unread.map(({ file, reason }) => `- not read: ${code(file)}: ${escapeMarkdown(reason)}`),
    `- ${escapeMarkdown(coverageLine(report))}`,
    `- ${severitySums(report) || 'no findings'}`,
    `- ${escapeMarkdown(verdictLine(report))}`,
    '',
  ].join('\n');

function changeList({ title, lines }: ChangeSection): readonly string[] {
  const rows = lines.map(({ sign, text }) => `- ${escapeMarkdown(sign)} ${rich(text)}`);
  return [rows.length > 0 ? `${rich(title)}:` : rich(title), '', ...rows, ...(rows.length > 0 ? [''] : [])];
}

function tableOf(report: CheckReport): readonly string[] {
  return [
    '| | rule | where | what | help |',
    '| --- | --- | --- | --- | --- |',
    ...activeFindings(report).map(row),
  ];
}

function row({ severity, rule, place, message, help }: Finding): string {
  return `| ${severity} | ${rule} | ${code(`${place.file}:${place.start.line}`)} | ${rich(message)} | ${rich(help)} |`;
}

/** Our messages set names in backticks; everything else in them is text. */
export function rich(message: string): string {
  return message
    .split('`')
    .map((part, index) => (index % 2 === 1 ? code(part) : escapeMarkdown(part)))
    .join('');
}

function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}
