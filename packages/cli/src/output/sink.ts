import { fstatSync, writeFileSync } from 'node:fs';
import type { WriteStream } from 'node:tty';
import type { Sink } from '../host/host.js';
import { cannotWrite } from './cannot-write.js';

type ProcessStream = Pick<WriteStream, 'write' | 'isTTY' | 'columns'> & { readonly fd: number };

/** A stream of the process as the rest of the program sees it. Throws `Misuse` where a file takes no more. */
export function sinkOf(stream: ProcessStream, shown: string): Sink {
  return {
    write: isFile(stream.fd)
      ? (text) => {
          writeWhole(stream.fd, text, shown);
        }
      : (text) => stream.write(text),
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

/** Node's own stream for a file takes a short write, as a full disk makes it, for a whole one. */
function writeWhole(descriptor: number, text: string, shown: string): void {
  try {
    writeFileSync(descriptor, text);
  } catch (error) {
    throw cannotWrite(shown, error);
  }
}

function isFile(descriptor: number): boolean {
  try {
    // As big integers: after the other way, asked about a pipe, Node 20.20 does not follow the links of the next import.
    return fstatSync(descriptor, { bigint: true }).isFile();
  } catch {
    return false;
  }
}
