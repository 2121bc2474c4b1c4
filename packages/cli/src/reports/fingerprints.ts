import type { Finding } from '@leastscope/analyzer';
import { createHash } from 'node:crypto';

/**
 * What stays the same when lines move: rule, file, and what the finding is about. The n-th of its kind is told from the
 * others by its number. In the order of the findings.
 */
export function fingerprintsOf(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const base = fingerprintOf(finding);
    const nth = (seen.get(base) ?? 0) + 1;
    seen.set(base, nth);
    return `${base}:${String(nth)}`;
  });
}

function fingerprintOf({ rule, place, data }: Finding): string {
  const about = ['endpoint', 'scope', 'scopes', 'category', 'purpose'].map((key) => data[key] ?? null);
  return createHash('sha256')
    .update(JSON.stringify([rule, place.file, about]))
    .digest('hex')
    .slice(0, 32);
}
