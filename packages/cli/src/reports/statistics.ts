import { count, printRows } from '../text/words.js';
import { activeFindings, type CheckReport } from './report.js';

/** How often each rule found something, the most frequent first. */
export function statisticsText(report: CheckReport): string {
  const findings = activeFindings(report);
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const rows = rules
    .map((rule) => ({ rule, found: findings.filter((finding) => finding.rule === rule) }))
    .sort((a, b) => b.found.length - a.found.length || (a.rule < b.rule ? -1 : 1))
    .map(({ rule, found }) => [
      String(found.length),
      rule,
      `in ${count(new Set(found.map(({ place }) => place.file)).size, 'file')}`,
    ]);
  return rows.length === 0
    ? ''
    : `\nfindings by rule:\n${printRows(rows, { width: undefined }).join('\n')}\n`;
}
