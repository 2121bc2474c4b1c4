/**
 * A known error: the command line or its surroundings are wrong, not the analysed code. Said in one sentence on
 * stderr, exit code 2. Anything else that is thrown is a bug and keeps its stack.
 */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}
