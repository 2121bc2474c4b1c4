import type { Finding, Severity } from '@leastscope/analyzer';
import { createHash } from 'node:crypto';
import { toSafeJson } from '../text/visible.js';
import { fingerprintsOf } from './fingerprints.js';
import { activeFindings } from './report.js';
import type { Reporter } from './reporter.js';

/** For GitLab's widget of code quality, which shows what a merge request adds and what it mends. */
export const gitlab: Reporter = (report) => {
  const findings = activeFindings(report);
  const fingerprints = fingerprintsOf(findings);
  return toSafeJson([
    ...findings.map((finding, index) => issueOf(finding, fingerprints[index] ?? '')),
    ...report.unread.map(({ file, reason, place }) => ({
      description: `not read: ${reason}`,
      check_name: 'not-read',
      fingerprint: hashOf(`not-read ${file} ${reason}`),
      severity: severities.warning,
      location: { path: file, lines: { begin: place?.start.line ?? 1 } },
    })),
  ]);
};

/** Of GitLab's five words. */
const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', note: 'info' };

function issueOf({ rule, severity, message, help, place }: Finding, fingerprint: string): object {
  return {
    description: [message, help].filter((text) => text !== '').join(' '),
    check_name: rule,
    fingerprint: hashOf(fingerprint),
    severity: severities[severity],
    location: { path: place.file, lines: { begin: place.start.line, end: place.end.line } },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
