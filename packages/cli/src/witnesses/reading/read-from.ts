import { Misuse } from '../../host/misuse.js';
import type { Held } from './held.js';
import type { WitnessFile } from './open-witness.js';
import { readWitness, type Reading } from './read-witness.js';
import type { WitnessReader } from './witness-reader.js';

/** Reads one file. Throws `Misuse` where it cannot be read at all: the name is in the message, nothing of the content. */
export async function readFrom(file: WitnessFile, reader: WitnessReader, held: Held): Promise<Reading> {
  try {
    return await readWitness(file.open(), reader, held);
  } catch (error) {
    // Whatever else goes wrong is ours.
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Misuse(`${file.shown} could not be read (${String(error.code)})`);
  }
}
