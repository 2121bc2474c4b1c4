import { compareText, type Analysis, type Finding, type RuleId } from '@leastscope/analyzer';
import type { Operation } from '../model/operation.js';
import type { FilePlan, FixPlan, LeftFinding } from '../model/plan.js';
import { addIgnore } from './add-ignore.js';
import { deletionSkeleton } from './deletion-skeleton.js';
import { digestOf } from './digest.js';
import { planFinding } from './plan-finding.js';
import type { PlanContext, Planned } from './planner.js';

export interface FixRequest extends Pick<PlanContext, 'catalog' | 'textOf'> {
  /** Of these rules alone; null: of all. */
  readonly rules: ReadonlySet<RuleId> | null;
  /** Instead of mending, write comments that ignore the findings, with this reason; null: mend. */
  readonly ignoreReason: string | null;
}

/**
 * What can be done about the findings of an analysis, as data. Nothing is loaded, read or written for it: texts come from
 * whoever analysed them. Silenced findings are left alone.
 */
export function planFixes(analysis: Analysis, request: FixRequest): FixPlan {
  const context: PlanContext = {
    ...request,
    needs: analysis.needs,
    declaration: analysis.declaration,
    directives: analysis.directives,
  };
  const asked = analysis.findings.filter(
    ({ rule, suppressed }) => suppressed === null && (request.rules?.has(rule) ?? true),
  );
  const planned = asked.map((finding) => ({ finding, planned: planOne(finding, request, context) }));
  const operations = planned.flatMap((one) =>
    one.planned?.kind === 'operations' ? one.planned.operations : [],
  );
  const made =
    request.ignoreReason === null ? asked.map((one) => deletionSkeleton(one, analysis, context)) : [];
  return {
    files: filesOf(operations, context),
    created: made.flatMap(({ created }) => created),
    left: [...planned.flatMap(leftOf), ...made.flatMap((one) => one.left)],
  };
}

function planOne(finding: Finding, { ignoreReason }: FixRequest, context: PlanContext): Planned {
  return ignoreReason === null ? planFinding(finding, context) : addIgnore(finding, ignoreReason, context);
}

function leftOf({ finding, planned }: { finding: Finding; planned: Planned }): readonly LeftFinding[] {
  if (planned?.kind !== 'left') return [];
  return [{ rule: finding.rule, place: finding.place, reason: planned.reason }];
}

function filesOf(operations: readonly Operation[], { textOf }: PlanContext): readonly FilePlan[] {
  const files = [...new Set(operations.map(({ file }) => file))].sort(compareText);
  return files.flatMap((file) => {
    const text = textOf(file);
    if (text === null) return [];
    const own = operations.filter((operation) => operation.file === file);
    return [{ file, digest: digestOf(text), operations: withoutTwins(own).sort(byRange) }];
  });
}

/** Two findings may ask for the same change: two calls by one constant. */
function withoutTwins(operations: readonly Operation[]): Operation[] {
  const byChange = new Map(
    operations.map((operation) => {
      const change = { ...operation, finding: null, title: null };
      return [JSON.stringify(change), operation] as const;
    }),
  );
  return [...byChange.values()];
}

function byRange(a: Operation, b: Operation): number {
  return a.range[0] - b.range[0] || a.range[1] - b.range[1] || compareText(a.rule, b.rule);
}
