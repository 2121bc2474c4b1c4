import type { CommandSpec, OptionSpec } from '../command-line/command.js';

/** `leastscope fix` as data. */
export function fixCommand(analysis: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'fix',
    summary: 'change the code that was found fault with, where the change is certain',
    argument: {
      name: '[paths...]',
      summary: 'files, folders or globs: fix what is found in them',
      choices: [],
      completes: 'file',
    },
    options: [
      { flags: '--dry-run', summary: 'show the difference, write nothing' },
      { flags: '--interactive', summary: 'ask about each change: its difference, then yes, no, all or quit' },
      { flags: '--unsafe', summary: 'also make changes that somebody has to look at' },
      {
        flags: '--rule <rule>',
        summary: 'fix what this rule found; may be given several times',
        completes: 'rules',
        repeats: true,
      },
      {
        flags: '--ignore <reason>',
        summary: 'with --rule: write comments that ignore the findings, with this reason',
      },
      ...analysis,
    ],
    examples: [
      { line: 'leastscope fix --dry-run', says: 'look at what would change' },
      { line: 'leastscope fix', says: 'make the safe changes' },
      {
        line: 'leastscope fix --unsafe --rule whole-record-kept src/orders',
        says: 'and others, a few at a time',
      },
      { line: 'leastscope fix --interactive --unsafe', says: 'decide on each change' },
      {
        line: "leastscope fix --rule personal-data-logged --ignore 'the log is erased daily' src/debug.ts",
        says: 'comments instead',
      },
    ],
    load: () => import('./fix.js'),
  };
}
