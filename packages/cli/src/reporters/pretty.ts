import type { Finding, Place, RelatedPlace, UnreadFile } from '@leastscope/analyzer';
import { activeFindings, type CheckReport } from '../report.js';
import { codeFrame, gutterWidth, type Mark } from '../text/code-frame.js';
import type { Painter } from '../text/painter.js';
import { visible } from '../text/visible.js';
import { count } from '../text/words.js';
import type { Reporter, ReporterOptions } from './reporter.js';
import { coverageLine, severitySums, verdictLine } from './sentences.js';

/** For people at a terminal: every finding under its code, then what was covered, then the sum. */
export const pretty: Reporter = (report, options) => {
  const findings = activeFindings(report).map((finding) => describe(finding, options));
  return [...findings, unreadFiles(report.unread, options.painter), closing(report, options.painter)]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n');
};

function describe(finding: Finding, options: ReporterOptions): string {
  const { painter } = options;
  const paint = painter.severity[finding.severity];
  const here = finding.related.filter(({ place }) => place.file === finding.place.file);
  const elsewhere = finding.related.filter(({ place }) => place.file !== finding.place.file);
  const marks: readonly Mark[] = [
    { place: finding.place, sign: '^', note: '', paint },
    ...here.map(({ place, note }): Mark => ({
      place,
      sign: '~',
      note: visible(note),
      paint: painter.gutter,
    })),
  ];
  const indent = ' '.repeat(gutterWidth(marks));
  const source = options.sourceOf(finding.place.file);
  return [
    `${paint(`${finding.severity}[${finding.rule}]`)}${painter.strong(`: ${visible(finding.message)}`)}`,
    `${indent}${painter.gutter('-->')} ${at(finding.place)}`,
    ...(source === null
      ? here.map((place) => related(place, indent, painter))
      : codeFrame(source, marks, painter)),
    ...elsewhere.map((place) => related(place, indent, painter)),
    `${indent} ${painter.gutter('|')}`,
    remark('why', whyOf(finding), indent, painter),
    remark('help', finding.help, indent, painter),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function related({ place, note }: RelatedPlace, indent: string, painter: Painter): string {
  return `${indent} ${painter.gutter('~')} ${visible(place.file)}:${place.start.line} ${painter.quiet(visible(note))}`;
}

function remark(label: string, text: string, indent: string, painter: Painter): string {
  return text === ''
    ? ''
    : `${indent} ${painter.gutter('=')} ${painter.strong(`${label}:`)} ${visible(text)}`;
}

function whyOf({ why, confidence }: Finding): string {
  return confidence === 'inferred'
    ? `${why} (The catalog infers this; the platform does not document it.)`
    : why;
}

function at({ file, start }: Place): string {
  return `${visible(file)}:${start.line}:${start.column}`;
}

function unreadFiles(unread: readonly UnreadFile[], painter: Painter): string {
  return unread
    .map(({ file, reason, place }) => {
      const where = place === null ? visible(file) : at(place);
      return `${painter.severity.warning('not read')}: ${where}: ${visible(reason)}`;
    })
    .join('\n');
}

function closing(report: CheckReport, painter: Painter): string {
  return [coverageLine(report), sumLine(report, painter), verdictLine(report)].join('\n');
}

function sumLine(report: CheckReport, painter: Painter): string {
  const silenced = report.findings.length - activeFindings(report).length;
  const also = silenced > 0 ? ` (${silenced} silenced)` : '';
  const sums = severitySums(report);
  if (sums === '') return `${painter.good('no findings')}${also}`;
  const files = new Set(activeFindings(report).map((finding) => finding.place.file)).size;
  return `${painter.strong(sums)} in ${count(files, 'file')}${also}`;
}
