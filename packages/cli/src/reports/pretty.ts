import type { Finding, RelatedPlace, UnreadFile } from '@leastscope/analyzer';
import { activeFindings, type CheckReport } from './report.js';
import { rulePage } from '../host/about.js';
import { at } from '../text/at.js';
import type { Layout } from '../text/layout.js';
import { visible } from '../text/visible.js';
import { count } from '../text/words.js';
import { widthOf } from '../text/width.js';
import { wrap } from '../text/wrap.js';
import { changeSections } from './change-lines.js';
import { frameOf } from './frame.js';
import type { Reporter, ReporterOptions } from './reporter.js';
import { foldedLine, shownFindings } from './fold-notes.js';
import { coverageLine, heldBackLine, severitySums, verdictLine } from './sentences.js';

/** For people at a terminal: every finding under its code, then what was covered, then the sum. */
export const pretty: Reporter = (report, options) => {
  const findings = shownFindings(report, options.notes).map((finding) => describe(finding, options));
  return [
    ...findings,
    unreadFiles(report.unread, options),
    changes(report, options),
    closing(report, options),
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n');
};

function describe(finding: Finding, options: ReporterOptions): string {
  const { painter } = options;
  const { lines, elsewhere, more, gutter } = frameOf(finding, options);
  const indent = ' '.repeat(gutter);
  return [
    headline(finding, options),
    `${indent}${painter.gutter('-->')} ${at(finding.place)}`,
    ...lines,
    ...elsewhere.map((place) => related(place, indent, options)),
    ...(more === '' ? [] : [`${indent} ${painter.gutter('~')} ${painter.quiet(more)}`]),
    `${indent} ${painter.gutter('|')}`,
    remark('why', whyOf(finding), indent, options),
    remark('help', finding.help, indent, options),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function related({ place, note }: RelatedPlace, indent: string, { painter, width }: Layout): string {
  const where = `${visible(place.file)}:${place.start.line}`;
  const before = indent.length + 3;
  const told = wrap(visible(note), { width, start: before + widthOf(where) + 1, indent: before + 2 });
  return `${indent} ${painter.gutter('~')} ${where} ${painter.quiet(told)}`;
}

function headline({ severity, rule, message }: Finding, layout: ReporterOptions): string {
  const { painter, width, link } = layout;
  const label = `${severity}[${rule}]`;
  const text = wrap(visible(message), { width, start: label.length + 2, indent: 2 });
  const linked = `${severity}[${link(rule, rulePage(rule))}]`;
  const blank = text.startsWith('\n') ? '' : ' ';
  return `${painter.severity[severity](linked)}${painter.strong(`:${blank}${text}`)}`;
}

function remark(label: string, text: string, indent: string, { painter, width }: ReporterOptions): string {
  if (text === '') return '';
  const start = indent.length + label.length + 5;
  const wrapped = wrap(visible(text), { width, start, indent: start });
  return `${indent} ${painter.gutter('=')} ${painter.strong(`${label}:`)} ${wrapped}`;
}

function whyOf({ why, confidence }: Finding): string {
  return confidence === 'inferred'
    ? `${why} (The catalog infers this; the platform does not document it.)`
    : why;
}

function unreadFiles(unread: readonly UnreadFile[], { painter, width }: Layout): string {
  const label = 'not read';
  return unread
    .map(({ file, reason, place }) => {
      const where = place === null ? visible(file) : at(place);
      const told = wrap(`${where}: ${visible(reason)}`, { width, start: label.length + 2, indent: 2 });
      return `${painter.severity.warning(label)}: ${told}`;
    })
    .join('\n');
}

function changes(report: CheckReport, { painter, width }: ReporterOptions): string {
  const paints = { '+': painter.added, '-': painter.removed, '!': painter.severity.warning };
  return changeSections(report)
    .map(({ title, lines }) =>
      [
        painter.strong(wrap(visible(title), { width, start: 0, indent: 2 })),
        ...lines.map(
          ({ sign, text }) =>
            `  ${paints[sign](sign)} ${wrap(visible(text), { width, start: 4, indent: 4 })}`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

function closing(report: CheckReport, { painter, width, notes }: ReporterOptions): string {
  const say = (text: string): string => (text === '' ? '' : wrap(text, { width, start: 0, indent: 2 }));
  return [
    say(coverageLine(report)),
    sumLine(report, painter),
    say(foldedLine(report, notes)),
    say(heldBackLine(report)),
    say(verdictLine(report)),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function sumLine(report: CheckReport, painter: Layout['painter']): string {
  const silenced = report.findings.length - activeFindings(report).length;
  const also = silenced > 0 ? ` (${silenced} silenced)` : '';
  const sums = severitySums(report);
  if (sums === '') return `${painter.good('no findings')}${also}`;
  const files = new Set(activeFindings(report).map((finding) => finding.place.file)).size;
  return `${painter.strong(sums)} in ${count(files, 'file')}${also}`;
}
