import { activeFindings, hasCalls, type CheckReport } from './report.js';
import { count } from '../text/words.js';

/** Part of every output: what was not understood is said, never skipped. */
export function coverageLine(report: CheckReport): string {
  const { resolved, open, filesListed, filesUnread } = report.coverage;
  const unread = filesUnread > 0 ? `, ${count(filesUnread, 'file')} not read` : '';
  if (!hasCalls(report)) return `no TikTok Shop API calls found in ${count(filesListed, 'file')}${unread}`;
  const left = open > 0 ? `, ${open} open` : '';
  return `${resolved} of ${count(resolved + open, 'call')} resolved${left}${unread}`;
}

/** `2 errors, 1 warning`; empty when there is nothing. */
export function severitySums(report: CheckReport): string {
  return (['error', 'warning', 'note'] as const)
    .map((severity) => ({ severity, number: activeFindings(report, severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => count(number, severity))
    .join(', ');
}

/** A claim always carries the date of what it rests on. */
export function verdictLine({ verdict, catalog, projects }: CheckReport): string {
  const reasons = [...new Set(projects.flatMap(({ unknownBecause }) => unknownBecause))];
  const because = verdict === 'unknown' && reasons.length > 0 ? `: ${reasons.join('; ')}` : '';
  return `requested scopes: ${verdictWords[verdict]}${because} (catalog ${catalog.version} of ${catalog.date}, complete until ${catalog.listed})`;
}

/** Where one rule comes first, so that others have not spoken yet; empty where none does. */
export function heldBackLine({ projects }: CheckReport): string {
  const heldBack = projects.reduce((sum, project) => sum + project.heldBack, 0);
  return heldBack === 0
    ? ''
    : `what is read of ${count(heldBack, 'call')} was not held against purposes: exceeds-purpose comes first`;
}

const verdictWords = {
  minimal: 'the minimum this code needs',
  'not-minimal': 'not the minimum this code needs',
  unknown: 'whether they are the minimum is unknown',
} as const;
