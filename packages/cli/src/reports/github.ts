import type { Finding, Place, Severity, UnreadFile } from '@leastscope/analyzer';
import { plainPainter } from '../text/painter.js';
import { visible } from '../text/visible.js';
import { count } from '../text/words.js';
import { changeSections } from './change-lines.js';
import { findingLine } from './concise.js';
import { morePlaces } from './places.js';
import { activeFindings, type CheckReport } from './report.js';
import type { Reporter } from './reporter.js';
import { coverageLine, severitySums, verdictLine } from './sentences.js';

/** Of one step, GitHub shows that many annotations of each kind, and drops the rest without a word. */
const mostAnnotations = 10;

/** Workflow commands: GitHub shows them as annotations on the changed lines. What it would drop stays in the log. */
export const github: Reporter = (report) =>
  [
    ...annotations(report),
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

/** A workflow command, and the line that stands in for it where there are too many. */
interface Annotation {
  readonly kind: Severity;
  readonly command: string;
  readonly line: string;
}

function annotations(report: CheckReport): readonly string[] {
  const all = [...activeFindings(report).map(annotate), ...report.unread.map(annotateUnread)];
  const left = kinds.flatMap((kind) => all.filter((one) => one.kind === kind).slice(mostAnnotations));
  const shown = all.filter((one) => !left.includes(one)).map(({ command }) => command);
  return left.length === 0 ? shown : [...shown, ...inTheLog(left)];
}

function inTheLog(left: readonly Annotation[]): readonly string[] {
  const sums = kinds
    .map((kind) => ({ kind, number: left.filter((one) => one.kind === kind).length }))
    .filter(({ number }) => number > 0)
    .map(({ kind, number }) => count(number, kind));
  return [
    `and ${sums.join(', ')} more, of which GitHub would show no annotation:`,
    // With something in front: no name of a file becomes a command.
    ...left.map(({ line }) => `- ${line}`),
  ];
}

const kinds = ['error', 'warning', 'note'] as const;

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

function annotate(finding: Finding): Annotation {
  const lines = [
    visible(finding.message),
    ...finding.related.map(
      ({ place, note }) => `${visible(place.file)}:${place.start.line} ${visible(note)}`,
    ),
    ...[morePlaces(finding), finding.why, finding.help].filter((text) => text !== '').map(visible),
  ];
  const properties = placeProperties(finding.place, finding.rule);
  return {
    kind: finding.severity,
    command: command(commands[finding.severity], properties, lines.join('\n')),
    line: findingLine(finding, plainPainter),
  };
}

function annotateUnread({ file, reason, place }: UnreadFile): Annotation {
  const properties =
    place === null ? { file: visible(file), title: 'not read' } : placeProperties(place, 'not read');
  return {
    kind: 'warning',
    command: command('warning', properties, visible(reason)),
    line: `${visible(file)}: not read: ${visible(reason)}`,
  };
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
