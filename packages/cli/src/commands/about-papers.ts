import type { Finding, RuleId } from '@leastscope/analyzer';

/** Rules by which code and declaration differ in something that a paper says. The others judge how the code is written. */
const rules: ReadonlySet<RuleId> = new Set<RuleId>([
  'missing-scope',
  'unused-scope',
  'unknown-scope',
  'wrong-token',
  'exceeds-purpose',
  'field-not-allowed',
  'personal-data-logged',
  'invalid-declaration',
  'no-deletion-on-deauthorization',
  'notice-gap',
  'open-ended-retention',
  'place-gap',
  'stale-evidence',
  'unused-purpose',
  'vague-purpose',
  'weak-protection',
]);

/** What `check` finds that the papers would have to say otherwise. Notes, and what is silenced with a reason, are not counted. */
export function aboutPapers(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    ({ rule, severity, suppressed }) => rules.has(rule) && severity !== 'note' && suppressed === null,
  );
}
