import type { Layout } from '../text/layout.js';
import type { NoteDisplay } from './fold-notes.js';
import type { CheckReport } from './report.js';

/** What a reporter may ask for beside the report. */
export interface ReporterOptions extends Layout {
  /** The text of a file of the report; null when it cannot be had. */
  readonly sourceOf: (file: string) => string | null;
  /** Whether findings that somebody has silenced are listed where a format has a place for them. */
  readonly silenced: 'left-out' | 'listed';
  /** From the root of the checkout to what was judged: `` or `apps/a/`. Two runs over different folders are told apart by it. */
  readonly folder: string;
  /** Whether people see notes one by one; machines always do. */
  readonly notes: NoteDisplay;
}

/** Report in, text out. No reporter prints, and none decides the exit code: that is the same for all of them. */
export type Reporter = (report: CheckReport, options: ReporterOptions) => string;
