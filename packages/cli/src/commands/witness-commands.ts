import type { CommandSpec, OptionSpec } from '../command-line/command.js';
import { textOrJson } from './common-options.js';

/** The commands that hold what running systems tell against the code. */
export function witnessCommands(
  output: OptionSpec,
  analysis: readonly OptionSpec[],
  color: OptionSpec,
): readonly CommandSpec[] {
  return [tokenCommand([output, ...analysis, color]), seenCommand([output, ...analysis, color])];
}

function tokenCommand(options: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'token',
    summary:
      'hold what saved answers of the token endpoint grant against what the code needs; prints no token',
    argument: {
      name: '<answers...>',
      summary: 'files with an answer each, or one a line; a folder of them; or - for standard input',
      choices: [],
      completes: 'file',
    },
    options: [textOrJson, ...options],
    examples: [
      {
        line: 'leastscope token response.json',
        says: 'missing, surplus and unknown scopes; exit 1 for the first two',
      },
      { line: 'leastscope token tokens/', says: 'each scope as granted on so many of the tokens' },
    ],
    load: () => import('./token.js'),
  };
}

function seenCommand(options: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'seen',
    summary: 'hold what a running system was seen to call against the code and the declaration',
    argument: {
      name: '<files...>',
      summary:
        'HAR files, OTLP spans in JSON, access logs, also with .gz; globs of them; or - for standard input',
      choices: [],
      completes: 'file',
    },
    options: [
      {
        flags: '--format <format>',
        summary: 'how to say it',
        choices: ['text', 'json', 'markdown'],
        byDefault: 'text',
      },
      {
        flags: '--strict',
        summary: 'exit 3 when a file could not be read to its end or tells of no request',
      },
      ...options,
    ],
    examples: [
      {
        line: 'leastscope seen session.har',
        says: 'what the code does not explain, and why calls were refused; exit 1 then',
      },
      { line: "leastscope seen 'logs/*.log.gz' spans.json", says: 'several files of any of these kinds' },
      { line: 'leastscope seen --format json session.har', says: 'for scripts' },
    ],
    load: () => import('./seen.js'),
  };
}
