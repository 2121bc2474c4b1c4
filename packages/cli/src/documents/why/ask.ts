import type { Analysis, FieldRead, Needs, Outflow, Use } from '@leastscope/analyzer';
import type { Catalog, CategoryId } from '@leastscope/scope-catalog';
import { countedNeeds } from '../counted-needs.js';
import type { Answer, ExplainedCall, ExplainedPoint } from './answer.js';

/** What an answer is made from. */
export interface Asked {
  readonly analysis: Analysis;
  readonly catalog: Catalog;
  readonly includeTests: boolean;
  /** The declared purpose that covers a use; null when none does. */
  readonly purposeOf: (use: Use) => string | null;
  /** The declared purposes that own a point and allow a category of it. */
  readonly purposesOf: (point: FieldRead | Outflow, category: CategoryId) => readonly string[];
}

/** What counts of what was asked about. */
export function needsOf({ analysis: { needs }, includeTests }: Asked): Needs {
  return countedNeeds(needs, includeTests);
}

export function explainCall(use: Use, role: ExplainedCall['role'], { purposeOf }: Asked): ExplainedCall {
  return { use, role, purpose: purposeOf(use) };
}

/** With the purposes that allow any of the categories asked about. */
export function explainPoint<Point extends FieldRead | Outflow>(
  point: Point,
  categories: readonly CategoryId[],
  { purposesOf }: Asked,
): ExplainedPoint<Point> {
  const ids = categories.flatMap((category) => purposesOf(point, category));
  return { point, purposes: [...new Set(ids)] };
}

/** An answer with nothing in it yet. */
export function nothingYet(needs: Needs): Omit<Answer, 'subject' | 'says'> {
  return {
    calls: [],
    reads: [],
    outflows: [],
    webhooks: [],
    manual: [],
    alternatives: [],
    shown: [],
    open: needs.open.length,
    unread: needs.unread.length,
  };
}
