import type { RuleId, RuleInfo, Severity } from '@leastscope/analyzer';
import type { PropertyBag } from 'sarif';

/**
 * What code scanning sorts rules by. Access that is not needed, and personal data that goes where it should not, are matters
 * of security, with their numbers in the Common Weakness Enumeration (cwe.mitre.org); the rest is about whether the app works,
 * and whether its papers are in order.
 */
const tags: Readonly<Partial<Record<RuleId, readonly string[]>>> = {
  'missing-scope': ['correctness'],
  'exceeds-purpose': ['security', 'privacy', 'external/cwe/cwe-359'],
  'wrong-token': ['correctness'],
  'unknown-endpoint': ['correctness'],
  'unknown-version': ['correctness'],
  'deprecated-endpoint': ['correctness', 'maintainability'],
  'unresolved-call': ['maintainability'],
  'unknown-scope': ['correctness'],
  'unused-scope': ['security', 'external/cwe/cwe-250'],
  'unused-purpose': ['documentation', 'privacy'],
  'vague-purpose': ['documentation', 'privacy'],
  'open-ended-retention': ['documentation', 'privacy'],
  'stale-evidence': ['documentation', 'security'],
  'weak-protection': ['security', 'external/cwe/cwe-326'],
  'place-gap': ['documentation', 'privacy'],
  'expired-exception': ['documentation'],
  'unused-exception': ['documentation'],
  'surplus-data': ['security', 'privacy', 'external/cwe/cwe-359'],
  'invalid-declaration': ['documentation'],
  'unused-suppression': ['maintainability'],
  'field-not-allowed': ['security', 'privacy', 'external/cwe/cwe-359'],
  'whole-record-kept': ['security', 'privacy', 'external/cwe/cwe-359'],
  'personal-data-logged': ['security', 'privacy', 'external/cwe/cwe-532'],
  'token-exposed': ['security', 'external/cwe/cwe-522', 'external/cwe/cwe-532'],
  'unread-data': ['security', 'privacy', 'external/cwe/cwe-359'],
  'no-deletion-on-deauthorization': ['privacy'],
  'notice-gap': ['documentation', 'privacy'],
};

/** In the middle of GitHub's bands: high, medium, low. */
const securitySeverities: Readonly<Record<Severity, string>> = { error: '7.5', warning: '5.0', note: '2.5' };

export type RuleProperties = PropertyBag & {
  readonly tags: string[];
  /** How many of a rule's findings are right. Doubts are no findings here, so it is the same for all. */
  readonly precision: 'high';
  readonly 'problem.severity': 'error' | 'warning' | 'recommendation';
  /** Only of matters of security: code scanning ranks by it whatever has one. */
  readonly 'security-severity'?: string;
};

export function propertiesOf({ id, defaultSeverity }: RuleInfo): RuleProperties {
  const own = tags[id] ?? [];
  return {
    tags: ['tiktok-shop', ...own],
    precision: 'high',
    'problem.severity': defaultSeverity === 'note' ? 'recommendation' : defaultSeverity,
    ...(own.includes('security') ? { 'security-severity': securitySeverities[defaultSeverity] } : {}),
  };
}
