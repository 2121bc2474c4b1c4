import type { Place, RelatedPlace } from './place.js';

export type Severity = 'error' | 'warning' | 'note';

/** Everything that can be found, by the defect's name. Rule pages, settings and suppressions use the same ids. */
export const ruleIds = [
  'missing-scope',
  'exceeds-purpose',
  'wrong-token',
  'unknown-endpoint',
  'deprecated-endpoint',
  'unresolved-call',
  'unknown-scope',
  'unused-scope',
  'unused-purpose',
  'vague-purpose',
  'open-ended-retention',
  'expired-exception',
  'unused-exception',
  'surplus-data',
  'invalid-declaration',
  'unused-suppression',
] as const;

export type RuleId = (typeof ruleIds)[number];

/** What was found, as plain data: no node, no closure, no colour. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly help: string;
  readonly place: Place;
  /** Places that help to understand it: helpers on the way, the declaration's line. */
  readonly related: readonly RelatedPlace[];
  /** The parts of the message as data, for machines. */
  readonly data: Readonly<Record<string, string | readonly string[]>>;
  /** `sure`, or `inferred` where the catalog row itself is inferred. */
  readonly confidence: 'sure' | 'inferred';
  /** Set when a directive or an exception silences it; silenced findings stay in the record. */
  readonly suppressed: Suppression | null;
}

export interface Suppression {
  readonly by: 'directive' | 'exception';
  readonly reason: string;
  readonly place: Place;
}
