import type { Finding, UnreadFile } from '@leastscope/analyzer';
import { at } from '../text/at.js';
import type { Layout } from '../text/layout.js';
import { visible } from '../text/visible.js';
import { changeSections } from './change-lines.js';
import { activeFindings } from './report.js';
import type { Reporter } from './reporter.js';
import { coverageLine, severitySums, verdictLine } from './sentences.js';

/** One line a finding, as compilers write them and editors read them: `src/a.ts:3:9: error[missing-scope]: …`. */
export const concise: Reporter = (report, { painter }) =>
  [
    ...activeFindings(report).map((finding) => findingLine(finding, painter)),
    ...report.unread.map((unread) => unreadLine(unread, painter)),
    ...changeSections(report).flatMap(({ title, lines }) => [
      visible(title),
      ...lines.map(({ sign, text }) => `  ${sign} ${visible(text)}`),
    ]),
    [coverageLine(report), severitySums(report) || 'no findings', verdictLine(report)].join('; '),
  ]
    .map((line) => `${line}\n`)
    .join('');

export function findingLine({ place, severity, rule, message }: Finding, painter: Layout['painter']): string {
  return `${at(place)}: ${painter.severity[severity](`${severity}[${rule}]`)}: ${visible(message)}`;
}

function unreadLine({ file, reason, place }: UnreadFile, painter: Layout['painter']): string {
  const where = place === null ? visible(file) : at(place);
  return `${where}: ${painter.severity.warning('not read')}: ${visible(reason)}`;
}
