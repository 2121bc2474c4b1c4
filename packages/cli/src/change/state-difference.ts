import type { Analysis, DeclaredException, Finding, Verdict } from '@leastscope/analyzer';
import type { Dossier } from '@leastscope/documents';
import type { CategoryId, ScopeKey } from '@leastscope/scope-catalog';
import type { Difference } from './scope-change.js';

/** One state: what was found in it, and what the papers say of it. */
export interface State {
  readonly analysis: Analysis;
  readonly dossier: Dossier;
  /** The day that its exceptions are judged by, `YYYY-MM-DD`. */
  readonly day: string;
  /** Whether it has a file, by its path from the project's root. */
  readonly hasFile: (file: string) => boolean;
}

/** What differs between two states of an app. Plain data; all lists are sorted. */
export interface StateDifference {
  /** The declaration's file; null where there is none. */
  readonly declaration: string | null;
  readonly verdict: Change<Verdict>;
  /** Scopes that are asked for, or needed, otherwise than before. */
  readonly scopes: readonly ScopeRow[];
  /** Kinds of principals who have to authorize the app again, in the plural. */
  readonly authorizeAgain: readonly string[];
  readonly categories: Readonly<Record<DataDeed, Difference<CategoryId>>>;
  readonly recipients: Difference<string>;
  readonly stores: Difference<string>;
  readonly retention: readonly (Change<string | null> & { readonly purpose: string })[];
  /** Items of the questionnaire whose answer is another. */
  readonly answers: readonly (Change<string> & { readonly item: string; readonly asks: string })[];
  readonly exceptions: {
    readonly added: readonly ExceptionRow[];
    readonly dropped: readonly ExceptionRow[];
    /** Those that held on the day of the earlier state and no longer do. */
    readonly expired: readonly ExceptionRow[];
  };
  /** Errors and warnings, known by identity. */
  readonly findings: { readonly brought: readonly Finding[]; readonly mended: readonly Finding[] };
}

/** `delivered`: called endpoints bring it, read or not. */
export type DataDeed = 'delivered' | 'read' | 'stored' | 'sent';

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

export interface ScopeRow extends Change<ScopeState> {
  readonly scope: ScopeKey;
  readonly sensitive: boolean;
  /** `application`: the platform grants it case by case. */
  readonly approval: 'none' | 'application' | 'unknown';
}

export type ScopeState =
  'neither' | 'requested and needed' | 'requested, not needed' | 'needed, not requested';

export type ExceptionRow = Pick<DeclaredException, 'rule' | 'until' | 'reason' | 'approvedBy'> & {
  /** What it holds for, in words; empty for everything. */
  readonly holdsFor: string;
};
