import { isUtf8 } from 'node:buffer';
import { closeSync, constants, openSync, readSync } from 'node:fs';

/** Nobody writes 5 MB of source by hand; such a file is a bundle or a data table. */
export const sizeLimit = 5_000_000;

export type ReadResult =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'absent' } | Unread;

export interface Unread {
  readonly kind: 'unread';
  readonly reason: string;
  /** For as long as the file is what it is. A refusal of the system may be gone tomorrow. */
  readonly isLasting: boolean;
}

/** Without waiting: opening a named pipe would hang for ever. Windows has no such pipe and no such flag (undefined adds nothing). */
export const readFlags = constants.O_RDONLY | constants.O_NONBLOCK;

/** One buffer for every file: the run is synchronous, and the text is copied out before the next read. */
let buffer: Buffer | null = null;

/** Reads synchronously: promises cost 4 to 7 times as much per file, and a gate reads thousands. */
export function readText(path: string): ReadResult {
  try {
    return decode(readBytes(path));
  } catch (error) {
    return explain(error);
  }
}

function readBytes(path: string): Buffer {
  buffer ??= Buffer.allocUnsafeSlow(sizeLimit + 1);
  const file = openSync(path, readFlags);
  try {
    let length = 0;
    for (let got = -1; got !== 0 && length <= sizeLimit; length += got) {
      got = readSync(file, buffer, length, buffer.length - length, null);
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** UTF-8 or a reason. */
export function decode(bytes: Buffer): ReadResult {
  if (bytes.length > sizeLimit) return tooLarge;
  if (hasUtf16Mark(bytes)) return noText('encoded as UTF-16; save it as UTF-8');
  if (!isUtf8(bytes)) return noText('not UTF-8 text');
  const start = hasUtf8Mark(bytes) ? 3 : 0;
  return { kind: 'text', text: bytes.toString('utf8', start) };
}

function noText(reason: string): Unread {
  return { kind: 'unread', reason, isLasting: true };
}

export const tooLarge = noText('larger than 5 MB');

function hasUtf16Mark(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function hasUtf8Mark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'a folder, not a file',
  ELOOP: 'a symbolic link that leads back to itself',
  EAGAIN: 'not a regular file',
  ENXIO: 'not a regular file',
};

/** What the system's refusal means to a reader. */
export function explain(error: unknown): ReadResult {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
  return { kind: 'unread', reason: reasons[code] ?? `cannot be read (${code})`, isLasting: false };
}
