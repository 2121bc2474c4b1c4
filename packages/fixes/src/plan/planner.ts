import type { Declaration, Directive, Finding, Needs } from '@leastscope/analyzer';
import type { Catalog } from '@leastscope/scope-catalog';
import type { Operation } from '../model/operation.js';

/** What a plan may look at. */
export interface PlanContext {
  readonly catalog: Catalog;
  readonly declaration: Declaration | null;
  /** Comments of the code that claim purposes; none where only the findings of one file are at hand. */
  readonly directives: readonly Directive[];
  /** Null where only the findings of one file are at hand, as in ESLint. */
  readonly needs: Pick<Needs, 'uses' | 'reads' | 'outflows'> | null;
  /** The analysed text of a file, by its path relative to the root, without a byte order mark; null when it is gone. */
  readonly textOf: (file: string) => string | null;
}

/** What can be done about a finding; why a remedy does not fit it; null where the rule has none of this kind. */
export type Planned =
  | { readonly kind: 'operations'; readonly operations: readonly Operation[] }
  | { readonly kind: 'left'; readonly reason: string }
  | null;

export type Planner = (finding: Finding, context: PlanContext) => Planned;

export function operations(...all: readonly Operation[]): Planned {
  return { kind: 'operations', operations: all };
}

export function left(reason: string): Planned {
  return { kind: 'left', reason };
}
