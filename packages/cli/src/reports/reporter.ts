import type { CheckReport } from './report.js';
import type { Layout } from '../text/layout.js';

/** What a reporter may ask for beside the report. */
export interface ReporterOptions extends Layout {
  /** The text of a file of the report; null when it cannot be had. */
  readonly sourceOf: (file: string) => string | null;
}

/** Report in, text out. No reporter prints, and none decides the exit code: that is the same for all of them. */
export type Reporter = (report: CheckReport, options: ReporterOptions) => string;
