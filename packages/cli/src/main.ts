import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes.js';
import type { Host } from './host.js';
import { isMisuse } from './misuse.js';
import { createProgram } from './options.js';
import { visible } from './text/visible.js';

/**
 * Runs one command line and gives its exit code. Known errors become one sentence on stderr; a bug is thrown on with
 * its stack.
 *
 * @example
 * process.exitCode = await main(['check', '--format', 'json'], host);
 */
export async function main(argv: readonly string[], host: Host): Promise<number> {
  let exitCode: number = exitCodes.clean;
  const program = createProgram(host, (code) => (exitCode = code));
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has already written its sentence, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.misuse;
    if (!isMisuse(error)) throw error;
    host.stderr.write(`leastscope: ${visible(error.message)}\n`);
    return exitCodes.misuse;
  }
}
