import type { Analysis } from '@leastscope/analyzer';
import type { Judge, ProjectFolder } from '@leastscope/language-server';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** What the thread is told. Messages arrive in order, so a look sees all that was told before it. */
export type ToThread =
  | { readonly kind: 'hold'; readonly path: string; readonly text: string | null }
  | { readonly kind: 'changed'; readonly path: string; readonly isListChange: boolean }
  | { readonly kind: 'judge'; readonly id: number; readonly folder: ProjectFolder };

/** What it answers; null where it failed. */
export interface FromThread {
  readonly id: number;
  readonly analysis: Analysis | null;
}

/** Put in when the program is bundled: the thread's file beside it. */
declare const $judgeThread: string | undefined;
const file = typeof $judgeThread === 'string' ? $judgeThread : './judge-thread.js';

/** Whole projects are looked at in a thread of their own: that may take a second, and an editor asks meanwhile. */
export function judgeAside(): Judge {
  const worker = new Worker(fileURLToPath(new URL(file, import.meta.url)));
  const waiting = new Map<number, (analysis: Analysis | null) => void>();
  let isGone = false;
  let last = 0;
  const end = (): void => {
    isGone = true;
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', end);
  worker.on('message', ({ id, analysis }: FromThread) => {
    waiting.get(id)?.(analysis);
    waiting.delete(id);
  });
  const tell = (message: ToThread): void => {
    worker.postMessage(message);
  };
  return {
    hold: (path, text) => tell({ kind: 'hold', path, text }),
    changed: (path, isListChange) => tell({ kind: 'changed', path, isListChange }),
    judge: async (folder) => {
      if (isGone) throw new Error('the thread has ended');
      last += 1;
      const id = last;
      const analysis = await new Promise<Analysis | null>((resolve) => {
        waiting.set(id, resolve);
        tell({ kind: 'judge', id, folder });
      });
      if (analysis === null) throw new Error('the thread could not judge');
      return analysis;
    },
  };
}
