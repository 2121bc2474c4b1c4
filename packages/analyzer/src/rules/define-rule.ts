import type { Catalog } from '@leastscope/scope-catalog';
import type { FieldRead, Outflow } from '../model/data-flow.js';
import type { Declaration, DeclarationMistake } from '../model/declaration.js';
import type { Directive } from '../model/directives.js';
import type { Finding, RuleId, RuleInfo, Severity } from '../model/finding.js';
import type { Needs, OpenCall, Use } from '../model/needs.js';
import type { Place, RelatedPlace } from '../model/place.js';

/** What every rule may look at. Plain data; a rule asks nothing else of the world. */
export interface RuleContext {
  readonly needs: Needs;
  readonly catalog: Catalog;
  readonly declaration: Declaration | null;
  readonly mistakes: readonly DeclarationMistake[];
  readonly directives: readonly Directive[];
  /** The day that expiry is judged by, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Uses that count: not those in tests, unless asked to. Sorted by place. */
  readonly uses: readonly Use[];
  /** Open calls that count. */
  readonly open: readonly OpenCall[];
  /** Reads of responses that count. Sorted by place. */
  readonly reads: readonly FieldRead[];
  /** Outflows that count. Sorted by place. */
  readonly outflows: readonly Outflow[];
  /** The rules that were asked in this run: of the others, nothing can be called unused. */
  readonly asked: ReadonlySet<RuleId>;
  /** Of these, the rules that judge one file with what it imports. */
  readonly askedOfFiles: ReadonlySet<RuleId>;
}

/** The three answers of a message: what is wrong, why it matters, what to do. `{{name}}` stands for data. */
export interface Message {
  readonly message: string;
  readonly why: string;
  readonly help: string;
}

export type ReportData = Readonly<Record<string, string | readonly string[]>>;

/** What a rule found; the words and the severity are put to it afterwards. */
export interface Report<Id extends string = string> {
  readonly message: Id;
  readonly data: ReportData;
  readonly place: Place;
  readonly related?: readonly RelatedPlace[];
  readonly confidence?: Finding['confidence'];
  /** At most this severe, whatever the rule is set to. */
  readonly atMost?: Severity;
}

export interface Rule<Id extends string = string> {
  readonly id: RuleId;
  readonly meta: Pick<RuleInfo, 'title' | 'defaultSeverity' | 'scope' | 'why' | 'fix'>;
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
