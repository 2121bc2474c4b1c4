import type { Finding, Place, RelatedPlace, UnreadFile } from '@leastscope/analyzer';
import { activeFindings, type CheckReport } from '../report.js';
import { codeFrame, gutterWidth, type Mark } from '../text/code-frame.js';
import type { Painter } from '../text/painter.js';
import { visible } from '../text/visible.js';
import { count } from '../text/words.js';
import { wrap } from '../text/wrap.js';
import { changeSections } from './change-lines.js';
import type { Reporter, ReporterOptions } from './reporter.js';
import { foldedLine, shownFindings } from './fold-notes.js';
import { coverageLine, heldBackLine, severitySums, verdictLine } from './sentences.js';

/** For people at a terminal: every finding under its code, then what was covered, then the sum. */
export const pretty: Reporter = (report, options) => {
  const findings = shownFindings(report, options.notes ?? 'fold').map((finding) =>
    describe(finding, options),
  );
  return [
    ...findings,
    unreadFiles(report.unread, options.painter),
    changes(report, options),
    closing(report, options),
  ]
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
    headline(finding, options),
    `${indent}${painter.gutter('-->')} ${at(finding.place)}`,
    ...(source === null
      ? here.map((place) => related(place, indent, painter))
      : codeFrame(source, marks, painter)),
    ...elsewhere.map((place) => related(place, indent, painter)),
    finding.relatedLeft === 0
      ? ''
      : `${indent} ${painter.gutter('~')} ${painter.quiet(`and ${count(finding.relatedLeft, 'more place')}`)}`,
    `${indent} ${painter.gutter('|')}`,
    remark('why', whyOf(finding), indent, options),
    remark('help', finding.help, indent, options),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function related({ place, note }: RelatedPlace, indent: string, painter: Painter): string {
  return `${indent} ${painter.gutter('~')} ${visible(place.file)}:${place.start.line} ${painter.quiet(visible(note))}`;
}

function headline({ severity, rule, message }: Finding, { painter, width }: ReporterOptions): string {
  const label = `${severity}[${rule}]`;
  const text = wrap(visible(message), width, label.length + 2, '  ');
  return `${painter.severity[severity](label)}${painter.strong(`: ${text}`)}`;
}

function remark(label: string, text: string, indent: string, { painter, width }: ReporterOptions): string {
  if (text === '') return '';
  const start = indent.length + label.length + 5;
  const wrapped = wrap(visible(text), width, start, ' '.repeat(start));
  return `${indent} ${painter.gutter('=')} ${painter.strong(`${label}:`)} ${wrapped}`;
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

function changes(report: CheckReport, { painter, width }: ReporterOptions): string {
  const paints = { '+': painter.added, '-': painter.removed, '!': painter.severity.warning };
  return changeSections(report)
    .map(({ title, lines }) =>
      [
        painter.strong(visible(title)),
        ...lines.map(({ sign, text }) => `  ${paints[sign](sign)} ${wrap(visible(text), width, 4, '    ')}`),
      ].join('\n'),
    )
    .join('\n\n');
}

function closing(report: CheckReport, { painter, notes = 'fold' }: ReporterOptions): string {
  return [
    coverageLine(report),
    sumLine(report, painter),
    foldedLine(report, notes),
    heldBackLine(report),
    verdictLine(report),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function sumLine(report: CheckReport, painter: Painter): string {
  const silenced = report.findings.length - activeFindings(report).length;
  const also = silenced > 0 ? ` (${silenced} silenced)` : '';
  const sums = severitySums(report);
  if (sums === '') return `${painter.good('no findings')}${also}`;
  const files = new Set(activeFindings(report).map((finding) => finding.place.file)).size;
  return `${painter.strong(sums)} in ${count(files, 'file')}${also}`;
}
