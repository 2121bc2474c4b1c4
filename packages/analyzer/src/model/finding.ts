import type { Place, RelatedPlace } from './place.js';

export type Severity = 'error' | 'warning' | 'note';

/** Everything that can be found, by the defect's name. Rule pages, settings and suppressions use the same ids. */
export const ruleIds = [
  'missing-scope',
  'exceeds-purpose',
  'wrong-token',
  'unknown-endpoint',
  'unknown-version',
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
  'field-not-allowed',
  'whole-record-kept',
  'personal-data-logged',
  'token-exposed',
  'unread-data',
  'no-deletion-on-deauthorization',
  'notice-gap',
  'stale-evidence',
  'weak-protection',
  'place-gap',
] as const;

export type RuleId = (typeof ruleIds)[number];

/**
 * Rules whose findings `check --accept` leaves alone: such a call fails at run time whatever anybody accepts, and mistakes in
 * the declaration or in the silencing itself are mended.
 */
export const neverAccepted: ReadonlySet<RuleId> = new Set([
  'missing-scope',
  'wrong-token',
  'invalid-declaration',
  'expired-exception',
  'unused-exception',
  'unused-suppression',
]);

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
  /** How many more such places there are than `related` names. */
  readonly relatedLeft: number;
  /**
   * `file`: both hosts tell it. `project`: the terminal alone, since the file where it stands does not import what it
   * rests on.
   */
  readonly horizon: 'file' | 'project';
  /** The parts of the message as data, for machines. */
  readonly data: Readonly<Record<string, string | readonly string[]>>;
  /** `sure`, or `inferred` where the catalog row itself is inferred. */
  readonly confidence: 'sure' | 'inferred';
  /** What it tells of, one by one; at least one. A finding that joins several places has a point for each. */
  readonly points: readonly FindingPoint[];
  /** Set when a directive or an exception silences it; silenced findings stay in the record. */
  readonly suppressed: Suppression | null;
}

/**
 * One thing that a finding tells of. With the rule, all of it but the place is its identity: it stays the same when lines
 * move and functions change their order. What does not apply is left out.
 */
export interface FindingPoint {
  readonly endpoint?: string;
  /** The same without version and names of parameters: this is what identifies it. */
  readonly family?: string;
  /** Any one of them would do. */
  readonly scopes?: readonly string[];
  readonly category?: string;
  /** As the catalog writes it: `data.orders[].recipient_address.name`. */
  readonly field?: string;
  /** A host. */
  readonly recipient?: string;
  /** The id of a declared store, or what stores, as the code says it: `prisma.label.create`. */
  readonly store?: string;
  /** Ids of purposes. */
  readonly purpose?: string;
  /** What else tells it from others: a control, a cipher, a sink. */
  readonly subject?: string;
  /** Absent for what is said of the app as a whole. */
  readonly file?: string;
  /** The named functions and classes around it, outermost first: `OrderSync.pull`; absent where a file has none. */
  readonly symbol?: string;
  /** Where it stands, when that is elsewhere than the finding. */
  readonly place?: Place;
}

export interface Suppression {
  readonly by: 'directive' | 'exception';
  readonly reason: string;
  readonly place: Place;
}

/** What hosts and `explain` tell of a rule. */
export interface RuleInfo {
  readonly id: RuleId;
  /** The defect in one line. */
  readonly title: string;
  readonly defaultSeverity: Severity;
  /**
   * `file`: both hosts; depends on one file and what it imports. `project`: needs everything, so CLI only.
   * `file-and-callers`: like `file`; where callers hand the data to the file, CLI only.
   */
  readonly horizon: 'file' | 'file-and-callers' | 'project';
  /** Page of the rule, relative to the repository. */
  readonly docs: string;
  /** Why the rule exists. */
  readonly why: string;
  /** What to do about its findings. */
  readonly fix: string;
}
