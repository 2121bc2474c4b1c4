import type { CommandSpec, OptionSpec } from '../command-line/command.js';
import { color } from './common-options.js';

const format: OptionSpec = {
  flags: '--format <format>',
  summary: 'how to say it; markdown begins with a marker by which a bot finds its comment again',
  choices: ['text', 'markdown', 'json'],
  byDefault: 'text',
};
const sellers: OptionSpec = {
  flags: '--sellers <number>',
  summary: 'how many sellers have connected the app: so many authorize again',
};

/** `output` and `analysis` are the options that several commands have. */
export function diffCommand(output: OptionSpec, analysis: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'diff',
    summary: 'tell what a change means: scopes, data, papers, and who has to authorize the app again',
    argument: {
      name: '[states...]',
      summary:
        'a base and a head, as git knows them (default: where the work left the main branch, and the work tree)',
      choices: [],
    },
    options: [format, sellers, output, ...analysis, color],
    examples: [
      { line: 'leastscope diff', says: 'what the work on this branch means so far' },
      { line: 'leastscope diff origin/main --format markdown --output diff.md', says: 'for a comment' },
      { line: 'leastscope diff v1.4.0 v1.5.0 --sellers 40', says: 'what a release meant' },
    ],
    load: () => import('./diff.js'),
  };
}

export function whatIfCommand(output: OptionSpec, analysis: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'what-if',
    summary: 'tell what would become of needs and authorizations if something were dropped or added',
    argument: null,
    options: [
      {
        flags: '--drop <what>',
        summary:
          'suppose that a requested scope, a file, a folder or a purpose is gone; may be given several times',
        completes: 'file',
        repeats: true,
      },
      {
        flags: '--add <endpoint>',
        summary: 'suppose one more call, "GET /order/202507/orders"; may be given several times',
        repeats: true,
      },
      format,
      sellers,
      output,
      ...analysis,
      color,
    ],
    examples: [
      { line: 'leastscope what-if --drop seller.order.info', says: 'which calls would fail without it' },
      { line: 'leastscope what-if --drop src/reports', says: 'which scopes nobody would need any more' },
      {
        line: 'leastscope what-if --add "GET /finance/202309/statements" --sellers 40',
        says: 'what a new feature would ask of everybody',
      },
    ],
    load: () => import('./what-if.js'),
  };
}
