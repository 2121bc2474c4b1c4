import { color, flag, text, texts, wholeNumber } from '../command-line/read-options.js';
import type { CommandInput } from '../command-line/command.js';
import { Misuse } from '../host/misuse.js';
import type { NoteDisplay } from '../reports/fold-notes.js';
import { reportFormats, type ReportFormat } from '../reports/formats.js';
import type { ColorChoice } from '../text/painter.js';

/** One text to write: in which format, and where to. */
export interface WantedOutput {
  readonly format: ReportFormat;
  /** As given; null means the terminal. */
  readonly output: string | null;
}

/** How to tell what was found, and what ends the run with an error. */
export interface ReportOptions extends Tolerance {
  /** The first is the one that `--output` speaks of; the others have files of their own. */
  readonly outputs: readonly [WantedOutput, ...WantedOutput[]];
  readonly color: ColorChoice;
  readonly shows: 'all' | 'errors';
  readonly silenced: 'left-out' | 'listed';
  /** Whether people see notes one by one. */
  readonly notes: NoteDisplay;
  /** Tell how often each rule found something. */
  readonly statistics: boolean;
}

export interface Tolerance {
  readonly strict: boolean;
  /** Null: any number. */
  readonly maxWarnings: number | null;
  /** Findings are shown, and fail nothing. */
  readonly exitZero: boolean;
}

/** `byDefault`: what the terminal shows when nothing else is asked for. */
export function readReportOptions(input: CommandInput, byDefault: ReportFormat): ReportOptions {
  return {
    outputs: readOutputs(input, byDefault),
    color: color(input),
    shows: flag(input, 'quiet') ? 'errors' : 'all',
    silenced: flag(input, 'showSilenced') ? 'listed' : 'left-out',
    notes: flag(input, 'notes') ? 'show' : 'fold',
    statistics: flag(input, 'statistics'),
    strict: flag(input, 'strict'),
    maxWarnings: wholeNumber(input, 'maxWarnings', '--max-warnings'),
    exitZero: flag(input, 'exitZero'),
  };
}

/** `--format sarif=a.sarif` is one more file; a format without one takes the place of what the terminal shows. */
function readOutputs(input: CommandInput, byDefault: ReportFormat): ReportOptions['outputs'] {
  const given = texts(input, 'format').map(readOutput);
  const [first, second] = given.filter(({ output }) => output === null);
  if (second !== undefined)
    throw new Misuse(
      `--format: only one format can go to the terminal; give ${second.format} a file, as in --format ${second.format}=report`,
    );
  const main = { format: first?.format ?? byDefault, output: text(input, 'output') };
  return [main, ...given.filter(({ output }) => output !== null)];
}

function readOutput(given: string): WantedOutput {
  const [, name = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(given) ?? [];
  const format = reportFormats.find((one) => one === name);
  if (format === undefined)
    throw new Misuse(`--format: there is no format "${name}"; there are ${reportFormats.join(', ')}`);
  if (file === '') throw new Misuse(`--format: ${name}= names no file`);
  return { format, output: file ?? null };
}
