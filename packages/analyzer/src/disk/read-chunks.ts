import type { TextChunk } from '../model/analysis.js';
import { bufferSize, readPieces, type Piece } from './read-pieces.js';
import { decode, type Unread } from './read-text.js';

/**
 * Reads many files into few texts. Each holds one character for each byte; patterns of plain letters mean the same in it.
 */
export function readChunks(
  paths: readonly string[],
  take: (chunk: TextChunk) => void,
  tellUnread: (path: string, unread: Unread) => void,
): void {
  const buffer = Buffer.allocUnsafeSlow(bufferSize);
  readPieces(paths, {
    nextBuffer: () => buffer,
    take: (bytes, piece) => take(toChunk(bytes, piece)),
    tellUnread,
  });
}

export function toChunk(buffer: Buffer, { first, spans, length }: Piece): TextChunk {
  return { text: buffer.toString('latin1', 0, length), first, spans, decode: decodeBytes };
}

const ascii = /^[\0-\x7f]*$/;

function decodeBytes(part: string): string {
  if (ascii.test(part)) return part;
  const result = decode(Buffer.from(part, 'latin1'));
  return result.kind === 'text' ? result.text : part;
}
