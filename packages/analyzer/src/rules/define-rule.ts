import type { Finding, FindingPoint, RuleId, RuleInfo, Severity } from '../model/finding.js';
import type { RuleContext } from '../model/judgement.js';
import type { Place } from '../model/place.js';

/** The three answers of a message: what is wrong, why it matters, what to do. `{{name}}` stands for data. */
export interface Message {
  readonly message: string;
  readonly why: string;
  readonly help: string;
}

export type ReportData = Finding['data'];

/** A point of a finding before its file and symbol are worked out. */
export interface ReportPoint extends Omit<FindingPoint, 'family' | 'file' | 'symbol' | 'place'> {
  /** `app` for what is said of the app as a whole; absent: where the finding stands. */
  readonly place?: Place | 'app';
}

/** What a rule found: a finding whose words are still named, and whose severity the settings decide. */
export interface Report<Id extends string = string>
  extends Pick<Finding, 'data' | 'place'>, Partial<Pick<Finding, 'related' | 'confidence' | 'horizon'>> {
  readonly message: Id;
  /** What it tells of, one by one; absent where data and place say it all. */
  readonly points?: readonly ReportPoint[];
  /** At most this severe, whatever the rule is set to. */
  readonly atMost?: Severity;
}

export interface Rule<Id extends string = string> {
  readonly id: RuleId;
  readonly meta: Pick<RuleInfo, 'title' | 'defaultSeverity' | 'horizon' | 'why' | 'fix'>;
  readonly messages: Readonly<Record<Id, Message>>;
  /** `silenced`: what the other rules found, for the rules that judge the silencing itself; empty for all others. */
  readonly check: (context: RuleContext, silenced: readonly Finding[]) => readonly Report<Id>[];
}

/** Ties the message ids of a rule to its reports; the result forgets them so that all rules fit one list. */
export function defineRule<Id extends string>(rule: Rule<Id>): Rule {
  return rule;
}

export function infoOf(rule: Rule): RuleInfo {
  return { id: rule.id, ...rule.meta, docs: `docs/rules/${rule.id}.md` };
}
