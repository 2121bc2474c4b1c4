import { printCompletion, type Shell } from '../documents/completion.js';
import { exitCodes } from '../exit-codes.js';
import { commandTable, type RunCommand } from './table.js';

/** `leastscope completion bash`: what to source. Commander has checked the name of the shell. */
export const run: RunCommand = (input, host) => {
  host.stdout.write(printCompletion(input.argument as Shell, commandTable));
  return Promise.resolve(exitCodes.clean);
};
