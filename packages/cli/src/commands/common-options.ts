import type { OptionSpec } from '../command-line/command.js';
import { reportFormats } from '../reports/formats.js';

/** Options that several commands have. */
export const cwd: OptionSpec = {
  flags: '--cwd <folder>',
  summary: 'run as if started in this folder',
  completes: 'folder',
};
export const color: OptionSpec = {
  flags: '--color <when>',
  summary: 'colour the output',
  choices: ['auto', 'always', 'never'],
  byDefault: 'auto',
};
export const output: OptionSpec = {
  flags: '--output <file>',
  summary: 'write to this file instead of the terminal; - is standard output',
  completes: 'file',
};
/** How to tell what was found, and what ends the run with an error. */
export function reporting(byDefault: string): readonly OptionSpec[] {
  return [
    {
      flags: '--format <format>',
      summary: `how to say it: ${reportFormats.join(', ')}; format=file writes one more (default: ${byDefault})`,
      choices: reportFormats,
      repeats: true,
    },
    output,
    { flags: '--quiet', summary: 'show errors only; what fails the run stays the same' },
    { flags: '--statistics', summary: 'tell how often each rule found something' },
    { flags: '--show-silenced', summary: 'in SARIF, list findings that are silenced, and by whom' },
    { flags: '--strict', summary: 'exit 3 when a call stays open or a file could not be read' },
    { flags: '--max-warnings <number>', summary: 'exit 1 when there are more warnings than this' },
    { flags: '--exit-zero', summary: 'exit 0 whatever is found; a misuse is one all the same' },
  ];
}

export const declaration: OptionSpec = {
  flags: '--declaration <file>',
  summary: 'the declaration to use (default: the nearest scope-declaration.yaml upward)',
  completes: 'file',
};
export const includeTests: OptionSpec = {
  flags: '--include-tests',
  summary: 'count calls in tests as needed',
};
export const asOf: OptionSpec = {
  flags: '--as-of <date>',
  summary: 'judge expiry by this day, YYYY-MM-DD (default: the date of the last commit)',
};
export const cache: readonly OptionSpec[] = [
  { flags: '--no-cache', summary: 'remember nothing from one run to the next' },
  {
    flags: '--cache-location <folder>',
    summary: 'where to remember (default: node_modules/.cache/leastscope)',
    completes: 'folder',
  },
  { flags: '--stats', summary: 'tell on stderr how many files were listed, searched, parsed and linked' },
];
export const exclude: OptionSpec = {
  flags: '--exclude <glob>',
  summary: 'look for no calls in these files or folders; may be given several times',
  completes: 'file',
  repeats: true,
};
export const analysis = [declaration, includeTests, exclude, asOf, ...cache, cwd];
export const textOrJson: OptionSpec = {
  flags: '--format <format>',
  summary: 'how to say it',
  choices: ['text', 'json'],
  byDefault: 'text',
};
