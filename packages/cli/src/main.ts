import { CommanderError } from 'commander';
import { commandTable } from './commands/table.js';
import { exitCodes } from './host/exit-codes.js';
import type { Host } from './host/host.js';
import { isMisuse } from './host/misuse.js';
import { createProgram } from './program/create-program.js';
import { visible } from './text/visible.js';
import { wrap } from './text/wrap.js';

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
    const asked = askedOf(argv);
    if (asked.length === 0) program.outputHelp();
    else await program.parseAsync([...asked], { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has already written its sentence, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.misuse;
    if (!isMisuse(error)) throw error;
    const sentence = wrap(visible(error.message), { width: host.stderr.columns, start: 12, indent: 2 });
    host.stderr.write(`leastscope: ${sentence}\n`);
    return exitCodes.misuse;
  }
}

/**
 * `help check` is `check --help`. For a command that is not there commander shows the help of all, as if nothing were
 * wrong; without the wish for help, it says that there is no such command, and which may have been meant.
 */
function askedOf(argv: readonly string[]): readonly string[] {
  const [first, ...others] = argv;
  if (first === undefined) return [];
  const isHelp = first === 'help';
  const name = isHelp ? others.find((word) => !word.startsWith('-')) : first;
  if (name === undefined) return [];
  if (name.startsWith('-') || commandTable.some((command) => command.name === name))
    return isHelp ? [name, '--help'] : argv;
  return [name];
}
