import type { Listener, Wanted } from './json-walk.js';

/** Who is told of one file. */
export interface WitnessReader extends Listener {
  readonly wanted: Wanted;
  /** A line that is no JSON, up to a length, without its end. */
  readonly line: (text: string) => void;
}
