import type { ArgumentSpec, CommandSpec, OptionSpec } from '../command-line/command.js';

const argument: ArgumentSpec = {
  name: '[kind]',
  summary: 'which report, or pack for all of them',
  choices: [
    'scopes',
    'inventory',
    'record',
    'notice',
    'rights',
    'recipients',
    'questionnaire',
    'dataflow',
    'pack',
  ],
};

/** The row of `report` in the table of commands; it takes what every command takes that analyses. */
export function reportCommand(output: OptionSpec, analysis: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'report',
    summary: 'write the papers of the review: scopes, data inventory, record, notice, deletion and more',
    argument,
    options: [
      {
        flags: '--format <format>',
        summary: 'how to write it; each kind names its formats when asked for another',
        choices: ['md', 'csv', 'html', 'json', 'jsonld', 'ttl', 'fides', 'svg', 'mmd', 'dot'],
      },
      output,
      { flags: '--out <folder>', summary: 'the folder of the pack', completes: 'folder' },
      {
        flags: '--check',
        summary:
          'write nothing; list what is missing, stale or contradictory, exit 1 if so, and what is not known',
      },
      {
        flags: '--strict',
        summary:
          'with --check: exit 3 when something is not known, a call stays open or a file could not be read',
      },
      {
        flags: '--role <role>',
        summary: "what the app is to the seller's data",
        choices: ['processor', 'controller'],
        byDefault: 'processor',
      },
      {
        flags: '--template <form>',
        summary: "the record in a regulator's columns",
        choices: ['ico', 'cnil'],
      },
      {
        flags: '--compare <file>',
        summary: 'hold a saved copy of the public privacy notice against the notice',
        completes: 'file',
      },
      { flags: '--for <place>', summary: "the notice in a law's own groups", choices: ['us-ca'] },
      ...analysis,
    ],
    examples: [
      { line: 'leastscope report pack --out review-pack', says: 'all papers, and a page to read them' },
      { line: 'leastscope report scopes', says: 'why each scope is asked for, for the review form' },
      { line: 'leastscope report record --format csv --output record.csv', says: 'for a spreadsheet' },
      { line: 'leastscope report --check', says: 'fail in CI while something is missing or stale' },
    ],
    load: () => import('./report.js'),
  };
}
