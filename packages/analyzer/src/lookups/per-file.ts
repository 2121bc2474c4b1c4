import type { Program } from '../model/program.js';
import { oncePer } from '../util/once-per.js';

/**
 * Asks once of each file, and gives the same for as long as the file and those that it imports are as they are, in this process
 * and in later ones. Only for plain data that is worked out from these files: not from who calls or imports them. `name`: one
 * that no other question has.
 *
 * @example
 * const timersIn = perFile('timers', (program, file) => timersOf(program, file));
 */
export function perFile<T>(
  name: string,
  ask: (program: Program, file: string) => T,
): (program: Program, file: string) => T {
  const asked = oncePer((program: Program) => program.keepByFile((file) => ask(program, file), name));
  return (program, file) => asked(program)(file);
}
