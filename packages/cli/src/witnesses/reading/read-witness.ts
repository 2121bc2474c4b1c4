import type { Held } from './held.js';
import { Lines } from './lines.js';
import type { WitnessReader } from './witness-reader.js';

/** How the reading went. */
export interface Reading {
  readonly characters: number;
  /** Documents and lines that could not be read to their end. */
  readonly broken: number;
}

/**
 * Reads a file of any size and kind as it comes: JSON documents, one behind the other or one to a line, and lines of text. No more
 * of it is kept than a piece, a line, and what was wanted of one record.
 */
export async function readWitness(
  pieces: AsyncIterable<string> | Iterable<string>,
  reader: WitnessReader,
  held: Held,
): Promise<Reading> {
  const lines = new Lines(reader, held);
  let characters = 0;
  for await (const piece of pieces) {
    characters += piece.length;
    let start = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      lines.push(piece.slice(start, end + 1));
      lines.endLine();
      start = end + 1;
    }
    if (start < piece.length) lines.push(piece.slice(start));
  }
  return { characters, broken: lines.finish() };
}
