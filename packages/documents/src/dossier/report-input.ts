import type { Analysis, Evidence, Outflow, Use } from '@leastscope/analyzer';
import type { Catalog, CategoryId } from '@leastscope/scope-catalog';

/** Everything that papers are made of. No clock, no disk: `asOf` and the documents' digests are handed in. */
export interface ReportInput {
  readonly analysis: Analysis;
  /** Null where only single files were judged: then nothing is claimed of where data goes. */
  readonly evidence: Evidence | null;
  readonly catalog: Catalog;
  readonly tool: { readonly name: string; readonly version: string };
  /** Of the commit that was judged; empty outside of git. */
  readonly commit: string;
  /** Whether what was judged differs from that commit; null where git cannot tell. */
  readonly isChanged: boolean | null;
  /** The day that reviews are judged by, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly role: Role;
  /** The declared purpose that covers a call; null when none does. */
  readonly purposeOf: (use: Use) => string | null;
  /** The declared purposes that own a piece of data and may have this category. */
  readonly purposesOf: (point: DataPlace, category: CategoryId) => readonly string[];
  /** sha256 (hex) of a file of the project by its path; null when there is none. */
  readonly digestOf: (path: string) => string | null;
  /** The text of a file of the project by its path; null when there is none that can be read. */
  readonly textOf: (path: string) => string | null;
  /** Scopes that the saved answer of the platform's console (`console.scopes`) shows as enabled; null without one. */
  readonly enabledScopes: readonly string[] | null;
}

/** What tells whose data something is: the place, and who handed it there. */
export type DataPlace = Pick<Outflow, 'place' | 'enteredBy'>;

/** What the app's maker is to the seller's data: a partner processes it for them, a seller's own app controls it. */
export type Role = 'processor' | 'controller';
