import type { MessagePort } from 'node:worker_threads';
import type { Unread } from './read-text.js';

/** What the thread that reads ahead is given. */
export interface ReadAheadTask {
  /** Absolute, with a zero between two. */
  readonly paths: string;
  /** Memory that both threads see. A slot is filled anew once the piece that it held has been taken. */
  readonly slots: readonly SharedArrayBuffer[];
  /** How many pieces were filled, and how many were taken. */
  readonly counts: Int32Array;
  readonly port: MessagePort;
}

export const filled = 0;
export const taken = 1;

/** Told of each piece before it is counted as filled. */
export interface FilledPiece {
  readonly first: number;
  readonly length: number;
  /** Start and end of each file in turn. */
  readonly spans: Int32Array;
  readonly unread: readonly (readonly [path: string, unread: Unread])[];
}
