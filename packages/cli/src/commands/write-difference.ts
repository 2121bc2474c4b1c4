import type { CommandInput } from '../command-line/command.js';
import { color, text, wholeNumber } from '../command-line/read-options.js';
import type { Host } from '../host/host.js';
import { outputLayout, writeOutput } from '../output/write-output.js';
import {
  differencesAsJson,
  differencesAsMarkdown,
  differencesAsText,
  type ToldDifference,
} from '../reports/difference/print-difference.js';
import type { ColorChoice } from '../text/painter.js';

export interface DifferenceOptions {
  readonly format: 'text' | 'markdown' | 'json';
  readonly output: string | null;
  readonly color: ColorChoice;
  /** How many sellers have connected the app; null where nobody says. */
  readonly sellers: number | null;
}

export function readDifferenceOptions(input: CommandInput): DifferenceOptions {
  const given = text(input, 'format');
  return {
    format: given === 'markdown' || given === 'json' ? given : 'text',
    output: text(input, 'output'),
    color: color(input),
    sellers: wholeNumber(input, 'sellers', '--sellers'),
  };
}

/** `about`: what JSON says of the whole beside the projects. */
export function writeDifferences(
  all: readonly ToldDifference[],
  about: object,
  { format, output, color: choice }: DifferenceOptions,
  cwd: string,
  host: Host,
): void {
  const told = {
    text: () => differencesAsText(all, outputLayout({ cwd, output, color: choice }, host)),
    markdown: () => differencesAsMarkdown(all),
    json: () => differencesAsJson(all, about),
  }[format]();
  writeOutput(told, { cwd, output }, host);
}
