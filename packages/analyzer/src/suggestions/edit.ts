import type { Finding } from '../model/finding.js';

/** What an edit does; each host has its own words for it. */
export type EditKind = 'renameScope' | 'replacePath' | 'ignoreNextLine';

/** A change of the text that a person may accept; never one that is made unasked. */
export interface Edit {
  readonly says: EditKind;
  /** The parts of the sentence: `nearest`, `replacement`, `rule`. */
  readonly data: Readonly<Record<string, string>>;
  /** Offsets in the text, in UTF-16 code units; the end is exclusive. */
  readonly range: readonly [number, number];
  readonly text: string;
}

/** The text that a finding is about, and what is known of its grammar. */
export interface SuggestionText {
  readonly text: string;
  /** Whether a comment that were put at this offset would become part of a text: of a template literal, or of markup. */
  readonly isInsideText: (offset: number) => boolean;
}

export type Suggest = (finding: Finding, source: SuggestionText) => Edit | null;
