import { activeFindings, type CheckReport } from './report.js';
import { toSafeJson } from '../text/visible.js';
import type { Reporter } from './reporter.js';

/** For scripts. Its shape is `schema/check-report.schema.json`; a change that breaks readers raises `schemaVersion`. */
export const json: Reporter = (report) =>
  toSafeJson({
    schemaVersion: 1,
    tool: report.tool,
    catalog: report.catalog,
    asOf: report.asOf,
    verdict: report.verdict,
    coverage: report.coverage,
    summary: summaryOf(report),
    projects: report.projects.map(({ change, ...project }) => ({
      ...project,
      ...(change === null ? {} : { change }),
    })),
    findings: report.findings,
    open: report.open,
    unread: report.unread,
  });

function summaryOf(report: CheckReport): Readonly<Record<string, number>> {
  return {
    errors: activeFindings(report, 'error').length,
    warnings: activeFindings(report, 'warning').length,
    notes: activeFindings(report, 'note').length,
    suppressed: report.findings.length - activeFindings(report).length,
  };
}
