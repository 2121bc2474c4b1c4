import { performance } from 'node:perf_hooks';
import type { Host } from '../host/host.js';

export interface Progress {
  readonly tell: (done: number, total: number) => void;
  /** Wipes the line: what follows is the output. */
  readonly end: () => void;
}

const patience = 1000;
const pause = 100;

/** A counter on stderr for work that takes more than a second; silent where nobody looks on. */
export function createProgress({ stderr }: Host, now: () => number = () => performance.now()): Progress {
  if (!stderr.isTerminal) return { tell: () => undefined, end: () => undefined };
  let next = now() + patience;
  let isShown = false;
  return {
    tell: (done, total) => {
      if (now() < next) return;
      next = now() + pause;
      isShown = true;
      stderr.write(`\r\u001b[Kreading ${done} of ${total} files`);
    },
    end: () => {
      if (isShown) stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}
