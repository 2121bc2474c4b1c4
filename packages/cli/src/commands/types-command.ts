import type { CommandSpec, OptionSpec } from '../command-line/command.js';

/** `leastscope types` as data. */
export function typesCommand(output: OptionSpec, analysis: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'types',
    summary:
      'write response types in which a field that no purpose allows is never, and a function that strips them',
    argument: null,
    options: [output, ...analysis],
    examples: [
      { line: 'leastscope types --output src/least-data.ts', says: 'for the one place where answers arrive' },
      { line: 'leastscope types', says: 'look at it first' },
    ],
    load: () => import('./types.js'),
  };
}
