import type { Analysis, Finding } from '@leastscope/analyzer';
import type { Range } from 'vscode-languageserver';
import type { View } from './view.js';

/** Changes of `requestedScopes`. */
export interface ScopePlan {
  readonly rename: ReadonlyMap<string, string>;
  readonly add: readonly string[];
  readonly drop: readonly string[];
}

/** A purpose that the code of a file speaks for, as it would stand in the list of purposes, indented by two blanks. */
export interface PurposeProposal {
  readonly kind: string;
  readonly lines: readonly string[];
}

/** What the terminal program knows of writing declarations, so that the editor writes what it would. */
export interface Authoring {
  /** The text with the plan carried out; null where the list is written in a way that cannot be changed safely. */
  readonly editScopes: (text: string, plan: ScopePlan) => string | null;
  /** What `init` would propose for one file. */
  readonly proposePurposes: (analysis: Analysis, file: string) => readonly PurposeProposal[];
}

/** One change that an editor may offer. */
export interface Proposal {
  /** In the imperative: "Request `seller.order.info`". */
  readonly title: string;
  /** The finding that goes away with it; null where it answers none. */
  readonly finding: Finding | null;
  /** Whole texts after the change, by path from the root. Only what differs is sent to the editor. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What an editor asks changes for: a stretch of a file, and what is found there. */
export interface Stretch {
  /** From the root of the project. */
  readonly file: string;
  /** Counted as the protocol counts. */
  readonly range: Range;
  readonly findings: readonly Finding[];
}

/** Proposes changes for a stretch of a file. Fixes of other rooms come in as one more of these. */
export type Proposer = (view: View, stretch: Stretch) => readonly Proposal[];
