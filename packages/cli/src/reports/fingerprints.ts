import { identitiesOf, type Finding } from '@leastscope/analyzer';
import { createHash } from 'node:crypto';

/**
 * What stays the same when lines move: the identities of all that a finding tells of, by which comparisons and exceptions
 * know it too. The n-th of its kind is told from the others by its number. In the order of the findings.
 */
export function fingerprintsOf(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const base = createHash('sha256').update(identitiesOf(finding).join('\n')).digest('hex').slice(0, 32);
    const nth = (seen.get(base) ?? 0) + 1;
    seen.set(base, nth);
    return `${base}:${String(nth)}`;
  });
}
