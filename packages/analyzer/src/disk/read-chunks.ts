import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { TextChunk } from '../model/analysis.js';
import {
  decode,
  explain,
  readFlags,
  sizeLimit,
  tooLarge,
  type ReadResult,
  type Unread,
} from './read-text.js';

/** A piece is handed on when it is this large; one search over it costs less than a thousand over its files. */
const chunkSize = 2 << 20;
const lineBreak = 10;

interface Piece {
  first: number;
  spans: (readonly [number, number])[];
  length: number;
}

/**
 * Reads many files into few pieces: one buffer, one text for each two megabytes, no object for a file but its span.
 * The text holds one character for each byte; patterns of plain letters mean the same in it.
 */
export function readChunks(
  paths: readonly string[],
  take: (chunk: TextChunk) => void,
  tellUnread: (path: string, unread: Unread) => void,
): void {
  const buffer = Buffer.allocUnsafeSlow(chunkSize + sizeLimit + 2);
  let piece: Piece = { first: 0, spans: [], length: 0 };
  paths.forEach((path, index) => {
    const end = readInto(buffer, piece.length, path, tellUnread);
    piece.spans.push([piece.length, end]);
    // Between two files stands a line break, so that nothing is found across them.
    buffer[end] = lineBreak;
    piece.length = end + 1;
    if (piece.length < chunkSize) return;
    take(toChunk(buffer, piece, paths, tellUnread));
    piece = { first: index + 1, spans: [], length: 0 };
  });
  if (piece.spans.length > 0) take(toChunk(buffer, piece, paths, tellUnread));
}

/** Where the file ends in the buffer; where it would begin, when it cannot be read. */
function readInto(
  buffer: Buffer,
  start: number,
  path: string,
  tellUnread: (path: string, unread: Unread) => void,
): number {
  let file: number;
  try {
    file = openSync(path, readFlags);
  } catch (error) {
    return refuse(explain(error));
  }
  try {
    let end = start;
    for (let got = -1; got !== 0 && end - start <= sizeLimit; end += got) {
      got = readSync(file, buffer, end, sizeLimit + 1 - (end - start), null);
    }
    if (end - start <= sizeLimit) return end;
    return refuse(tooLarge);
  } catch (error) {
    return refuse(explain(error));
  } finally {
    closeSync(file);
  }

  function refuse(result: ReadResult): number {
    if (result.kind === 'unread') tellUnread(path, result);
    return start;
  }
}

function toChunk(
  buffer: Buffer,
  { first, spans, length }: Piece,
  paths: readonly string[],
  tellUnread: (path: string, unread: Unread) => void,
): TextChunk {
  const bytes = buffer.subarray(0, length);
  const isSound = isUtf8(bytes);
  const readable = isSound ? spans : spans.map(withoutUnsound);
  return { text: bytes.toString('latin1'), first, spans: readable, decode: decodeBytes };

  /** One file in another encoding spoils the whole piece; it is found, and told by its name. */
  function withoutUnsound(span: readonly [number, number], index: number): readonly [number, number] {
    const result = decode(bytes.subarray(...span));
    if (result.kind !== 'unread') return span;
    tellUnread(paths[first + index] ?? '', result);
    return [span[0], span[0]];
  }
}

const ascii = /^[\0-\x7f]*$/;

function decodeBytes(part: string): string {
  if (ascii.test(part)) return part;
  const result = decode(Buffer.from(part, 'latin1'));
  return result.kind === 'text' ? result.text : part;
}
