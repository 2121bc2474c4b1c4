import type { Program } from '../model/program.js';
import { oncePer } from '../util/once-per.js';

/**
 * Asks once of each file, and gives the same for as long as the file and those that it imports are as they are. Only for
 * what is worked out from these: not from who calls or imports the file.
 *
 * @example
 * const timersIn = perFile((program, file) => timersOf(program, file));
 */
export function perFile<T>(
  ask: (program: Program, file: string) => T,
): (program: Program, file: string) => T {
  const asked = oncePer((program: Program) => program.keepByFile((file) => ask(program, file)));
  return (program, file) => asked(program)(file);
}
