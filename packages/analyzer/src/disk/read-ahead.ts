import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { TextChunk } from '../model/analysis.js';
import { filled, taken, type FilledPiece, type ReadAheadTask } from './read-ahead-task.js';
import { readChunks, toChunk } from './read-chunks.js';
import { bufferSize } from './read-pieces.js';
import type { Unread } from './read-text.js';

/** Put in when the program is bundled: where the code of the thread lies then. */
declare const $readAheadThread: string | undefined;

/** Below this many files, a thread is not worth its start. */
const worthIt = 2000;
/** Pieces that may lie ready. */
const slotCount = 8;
/** Milliseconds without a new piece after which the thread is given up. What is read without it is the same. */
const patience = 2000;

/** Texts that are read by another thread, while this one does something else. */
export interface ReadAhead {
  /** Whether these are the files that are read. */
  readonly isOf: (paths: readonly string[]) => boolean;
  /** Hands over all texts, waiting for those that are not there yet. To be called once. */
  readonly read: (
    take: (chunk: TextChunk) => void,
    tellUnread: (path: string, unread: Unread) => void,
  ) => void;
  readonly stop: () => void;
}

/** Begins to read. Null where that would not be quicker. */
export function readAhead(paths: readonly string[]): ReadAhead | null {
  if (paths.length < worthIt || availableParallelism() < 2) return null;
  const { port1, port2 } = new MessageChannel();
  const task: ReadAheadTask = {
    paths: paths.join('\0'),
    slots: Array.from({ length: slotCount }, () => new SharedArrayBuffer(bufferSize)),
    counts: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)),
    port: port2,
  };
  const worker = startThread(task);
  if (worker === null) return null;
  const stop = (): void => void worker.terminate();
  return {
    isOf: (asked) => asked.length === paths.length && asked.every((path, index) => path === paths[index]),
    read: (take, tellUnread) => {
      const done = takePieces(task, port1, paths.length, take, tellUnread);
      stop();
      const left = paths.slice(done);
      if (left.length > 0)
        readChunks(left, (chunk) => take({ ...chunk, first: chunk.first + done }), tellUnread);
    },
    stop,
  };
}

/** Null where Node may start none. */
function startThread(task: ReadAheadTask): Worker | null {
  try {
    const worker = new Worker(threadUrl(), { workerData: task, transferList: [task.port] });
    // It is given up when it does not answer, so what went wrong in it is of no account.
    worker.on('error', () => undefined);
    worker.unref();
    return worker;
  } catch {
    return null;
  }
}

function threadUrl(): URL {
  const name = typeof $readAheadThread === 'string' ? $readAheadThread : './read-ahead-thread.js';
  return new URL(name, import.meta.url);
}

/** Takes what the thread has filled, and waits for what it has not. Gives the number of files that it came to. */
function takePieces(
  { slots, counts }: ReadAheadTask,
  port: MessagePort,
  wanted: number,
  ...[take, tellUnread]: Parameters<ReadAhead['read']>
): number {
  let done = 0;
  for (let count = 0; done < wanted; count += 1) {
    Atomics.wait(counts, filled, count, patience);
    const received = receiveMessageOnPort(port) as { readonly message: FilledPiece } | undefined;
    const slot = slots[count % slotCount];
    if (received === undefined || slot === undefined) break;
    for (const [path, why] of received.message.unread) tellUnread(path, why);
    const chunk = chunkOf(received.message, slot);
    Atomics.add(counts, taken, 1);
    Atomics.notify(counts, taken);
    done = chunk.first + chunk.spans.length;
    take(chunk);
  }
  return done;
}

function chunkOf({ first, length, spans }: FilledPiece, slot: SharedArrayBuffer): TextChunk {
  const pairs = Array.from({ length: spans.length / 2 }, (_, index): [number, number] => [
    spans[2 * index] ?? 0,
    spans[2 * index + 1] ?? 0,
  ]);
  return toChunk(Buffer.from(slot), { first, length, spans: pairs });
}
