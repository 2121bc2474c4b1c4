import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
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
const fullAt = 2 << 20;
/** What a buffer has to hold, in bytes: a piece that is almost full, and the largest file behind it. */
export const bufferSize = fullAt + sizeLimit + 2;
const lineBreak = 10;

/** Some files that follow one another in a list, in one buffer. */
export interface Piece {
  /** The place of the first in the list. */
  readonly first: number;
  /** Where each lies in the buffer; empty for one that could not be read. */
  readonly spans: readonly (readonly [start: number, end: number])[];
  readonly length: number;
}

export interface PieceReader {
  /** Of `bufferSize`, for the piece that begins. */
  readonly nextBuffer: () => Buffer;
  readonly take: (buffer: Buffer, piece: Piece) => void;
  readonly tellUnread: (path: string, unread: Unread) => void;
}

/** Reads many files into few pieces, synchronously, with no object for a file but its span. */
export function readPieces(paths: readonly string[], reader: PieceReader): void {
  let buffer: Buffer | null = null;
  let first = 0;
  let spans: (readonly [number, number])[] = [];
  let length = 0;
  paths.forEach((path, index) => {
    buffer ??= reader.nextBuffer();
    const end = readInto(buffer, length, path, reader);
    spans.push([length, end]);
    // Between two files stands a line break, so that nothing is found across them.
    buffer[end] = lineBreak;
    length = end + 1;
    if (length < fullAt && index < paths.length - 1) return;
    reader.take(buffer, { first, length, spans: soundSpans(buffer.subarray(0, length), spans, tellUnsound) });
    [buffer, first, spans, length] = [null, index + 1, [], 0];
  });

  function tellUnsound(index: number, unread: Unread): void {
    reader.tellUnread(paths[first + index] ?? '', unread);
  }
}

/** Where the file ends in the buffer; where it would begin, when it cannot be read. */
function readInto(
  buffer: Buffer,
  start: number,
  path: string,
  { tellUnread }: Pick<PieceReader, 'tellUnread'>,
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

/** One file in another encoding spoils the whole piece; it is found, and told by its place. */
function soundSpans(
  bytes: Buffer,
  spans: Piece['spans'],
  tell: (index: number, unread: Unread) => void,
): Piece['spans'] {
  if (isUtf8(bytes)) return spans;
  return spans.map((span, index) => {
    const result = decode(bytes.subarray(...span));
    if (result.kind !== 'unread') return span;
    tell(index, result);
    return [span[0], span[0]];
  });
}
