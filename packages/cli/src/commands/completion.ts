import { printCompletion, type Shell } from '../command-line/completion.js';
import { exitCodes } from '../host/exit-codes.js';
import type { RunCommand } from '../command-line/command.js';

/** `leastscope completion bash`: what to source. Commander has checked the name of the shell. */
export const run: RunCommand = (input, host) => {
  host.stdout.write(printCompletion(input.argument as Shell, input.commands));
  return Promise.resolve(exitCodes.clean);
};
