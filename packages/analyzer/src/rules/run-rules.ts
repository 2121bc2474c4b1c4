import { isCounted } from '../lookups/counted.js';
import { comparePlaces, compareText } from '../lookups/places.js';
import type { Finding, RuleId, Severity } from '../model/finding.js';
import { applyExceptions } from './apply-exceptions.js';
import { applySuppressions } from './apply-suppressions.js';
import type { RuleContext } from '../model/judgement.js';
import type { Report, Rule } from './define-rule.js';
import { fewPlaces } from './wording/few-places.js';
import { fillMessage } from './wording/fill-message.js';
import { pointsOf } from './identity/points-of.js';
import { rules, silencingRules } from './index.js';

export interface RulesInput extends Omit<
  RuleContext,
  'uses' | 'open' | 'reads' | 'outflows' | 'asked' | 'askedOfFiles' | 'askedOfCallers'
> {
  /** Count uses in tests. The same as was given to `findNeeds`. */
  readonly includeTests: boolean;
  /** Severities that win over the declaration's and the rules' own. */
  readonly severities: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
  /** `project`: every rule. `file`: only what depends on single files and what they import, as in an editor. */
  readonly horizon: 'file' | 'project';
}

/** Judges needs by every rule. Sorted by place, then rule; what a directive or an exception silences stays, marked. */
export function runRules(input: RulesInput): readonly Finding[] {
  const context = contextOf(input);
  const found = rules.flatMap((rule) => findingsOf(rule, context, [], input));
  const silenced = applyExceptions(applySuppressions(found, context), context);
  const aboutSilencing = silencingRules.flatMap((rule) => findingsOf(rule, context, silenced, input));
  return [...silenced, ...aboutSilencing].sort(compareFindings);
}

function contextOf(input: RulesInput): RuleContext {
  const { needs, includeTests } = input;
  const asked = [...rules, ...silencingRules].filter((rule) => severityOf(rule, input) !== 'off');
  return {
    ...input,
    uses: needs.uses.filter((use) => isCounted(use.fileKind, includeTests)),
    open: needs.open.filter((call) => isCounted(call.fileKind, includeTests)),
    reads: needs.reads.filter((read) => isCounted(read.fileKind, includeTests)),
    outflows: needs.outflows.filter((outflow) => isCounted(outflow.fileKind, includeTests)),
    asked: new Set(asked.map((rule) => rule.id)),
    // Of project rules an editor knows nothing; so that both hosts say the same, neither calls their comments unused.
    askedOfFiles: new Set(asked.filter((rule) => rule.meta.horizon === 'file').map((rule) => rule.id)),
    askedOfCallers: new Set(
      asked.filter((rule) => rule.meta.horizon === 'file-and-callers').map((rule) => rule.id),
    ),
  };
}

function findingsOf(
  rule: Rule,
  context: RuleContext,
  silenced: readonly Finding[],
  input: RulesInput,
): readonly Finding[] {
  const set = severityOf(rule, input);
  if (set === 'off') return [];
  return rule
    .check(context, silenced)
    .map((report) => toFinding(rule, report, mildest(set, report.atMost), context))
    .filter((finding) => finding.horizon === 'file' || input.horizon === 'project');
}

/** `off` too for the rules that this host cannot answer. */
function severityOf({ id, meta }: Rule, input: RulesInput): Severity | 'off' {
  if (meta.horizon === 'project' && input.horizon === 'file') return 'off';
  return input.severities[id] ?? input.declaration?.rules[id] ?? meta.defaultSeverity;
}

const mildness: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

function mildest(set: Severity, atMost: Severity | undefined): Severity {
  return atMost !== undefined && mildness[atMost] > mildness[set] ? atMost : set;
}

function toFinding(rule: Rule, report: Report, severity: Severity, context: RuleContext): Finding {
  const words = rule.messages[report.message];
  if (words === undefined) throw new Error(`Rule ${rule.id} has no message ${report.message}`);
  return {
    rule: rule.id,
    severity,
    message: fillMessage(words.message, report.data),
    why: fillMessage(words.why, report.data),
    help: fillMessage(words.help, report.data),
    place: report.place,
    ...fewPlaces(report.related ?? []),
    horizon: rule.meta.horizon === 'project' ? 'project' : (report.horizon ?? 'file'),
    data: report.data,
    confidence: report.confidence ?? 'sure',
    points: pointsOf(rule.id, report, context),
    suppressed: null,
  };
}

function compareFindings(a: Finding, b: Finding): number {
  return comparePlaces(a.place, b.place) || compareText(a.rule, b.rule) || compareText(a.message, b.message);
}
