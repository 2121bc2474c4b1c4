import type { Finding, Place, Severity, UnreadFile } from '@leastscope/analyzer';
import { activeFindings } from './report.js';
import { visible } from '../text/visible.js';
import { changeSections } from './change-lines.js';
import type { Reporter } from './reporter.js';
import { coverageLine, severitySums, verdictLine } from './sentences.js';

/** Workflow commands: GitHub shows them as annotations on the changed lines. */
export const github: Reporter = (report) =>
  [
    ...activeFindings(report).map(annotate),
    ...report.unread.map(annotateUnread),
    ...changeSections(report).flatMap(({ title, lines }) => [
      visible(title),
      ...lines.map(({ sign, text }) => visible(`${sign} ${text}`)),
    ]),
    coverageLine(report),
    severitySums(report) || 'no findings',
    verdictLine(report),
  ]
    .map((line) => `${line}\n`)
    .join('');

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

function annotate(finding: Finding): string {
  const related = finding.related.map(
    ({ place, note }) => `${visible(place.file)}:${place.start.line} ${visible(note)}`,
  );
  const lines = [
    visible(finding.message),
    ...related,
    ...[finding.why, finding.help].filter((text) => text !== '').map(visible),
  ];
  return command(commands[finding.severity], placeProperties(finding.place, finding.rule), lines.join('\n'));
}

function annotateUnread({ file, reason, place }: UnreadFile): string {
  const properties =
    place === null ? { file: visible(file), title: 'not read' } : placeProperties(place, 'not read');
  return command('warning', properties, visible(reason));
}

function placeProperties({ file, start, end }: Place, title: string): Readonly<Record<string, string>> {
  return {
    file: visible(file),
    line: String(start.line),
    endLine: String(end.line),
    col: String(start.column),
    endColumn: String(end.column),
    title: `leastscope ${title}`,
  };
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
