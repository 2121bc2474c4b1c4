/**
 * A known error: the command line or its surroundings are wrong, not the analysed code. Said in one sentence on
 * stderr, exit code 2. Anything else that is thrown is a bug and keeps its stack.
 */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** By name: the published program is several files, and each has this class for itself. */
export function isMisuse(error: unknown): error is Misuse {
  return error instanceof Error && error.name === 'Misuse';
}
