import type { CheckReport } from '../report.js';
import type { NoteDisplay } from './fold-notes.js';
import type { Painter } from '../text/painter.js';

/** What a reporter may ask for beside the report. */
export interface ReporterOptions {
  readonly painter: Painter;
  /** The text of a file of the report; null when it cannot be had. */
  readonly sourceOf: (file: string) => string | null;
  /** Columns that people see; absent where the text goes into a file or a pipe, whose lines are as long as they are. */
  readonly width?: number | undefined;
  /** Whether people see notes one by one; machines always do. */
  readonly notes?: NoteDisplay;
}

/** Report in, text out. No reporter prints, and none decides the exit code: that is the same for all of them. */
export type Reporter = (report: CheckReport, options: ReporterOptions) => string;
