import type { Finding, FindingPoint, RuleId } from '../../model/finding.js';

/**
 * By what a point of a finding is known again: the rule, what it is about, the file, and the function around it. All
 * versions of an endpoint are one; lines and words are no part of it. Reports, comparisons and exceptions go by this one
 * function.
 */
export function identityOf(rule: RuleId, point: FindingPoint): string {
  const { family, scopes, category, field, recipient, store, purpose, subject, file, symbol } = point;
  return JSON.stringify(
    [rule, family, scopes, category, field, recipient, store, purpose, subject, file, symbol].map(
      (part) => part ?? null,
    ),
  );
}

/** The identities of a finding's points, each once, sorted. */
export function identitiesOf({ rule, points }: Pick<Finding, 'rule' | 'points'>): readonly string[] {
  return [...new Set(points.map((point) => identityOf(rule, point)))].sort();
}
