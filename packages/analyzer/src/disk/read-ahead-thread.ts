import { workerData } from 'node:worker_threads';
import { filled, taken, type FilledPiece, type ReadAheadTask } from './read-ahead-task.js';
import { readPieces } from './read-pieces.js';

// The thread that `readAhead` starts.

const { paths, slots, counts, port } = workerData as ReadAheadTask;
let unread: FilledPiece['unread'][number][] = [];

readPieces(paths.split('\0'), {
  nextBuffer: () => {
    const count = Atomics.load(counts, filled);
    for (let gone = Atomics.load(counts, taken); count - gone >= slots.length;) {
      Atomics.wait(counts, taken, gone);
      gone = Atomics.load(counts, taken);
    }
    const slot = slots[count % slots.length];
    if (slot === undefined) throw new Error('no slot to read into');
    return Buffer.from(slot);
  },
  take: (_, { first, length, spans }) => {
    port.postMessage({ first, length, spans: Int32Array.from(spans.flat()), unread } satisfies FilledPiece);
    unread = [];
    Atomics.add(counts, filled, 1);
    Atomics.notify(counts, filled);
  },
  tellUnread: (path, why) => unread.push([path, why]),
});
port.close();
