import { createLiveMemory } from '@leastscope/analyzer/disk';
import { createJudge, type Judge, type ProjectFolder } from '@leastscope/language-server';
import { parentPort } from 'node:worker_threads';
import { loadEngine } from '../host/engine.js';
import { createDays } from './days.js';
import type { FromThread, ToThread } from './judge-aside.js';

/** Runs in a thread of its own, see judge-aside.ts. What is told before the engine is there waits. */
async function start(): Promise<void> {
  const engine = await loadEngine();
  const judge = createJudge({ engine, memory: createLiveMemory(), asOf: createDays(engine) });
  parentPort?.on('message', (message: ToThread) => {
    if (message.kind === 'hold') judge.hold(message.path, message.text);
    else if (message.kind === 'changed') judge.changed(message.path, message.isListChange);
    else void answer(judge, message.id, message.folder);
  });
}

/** Where it fails, whoever asked does the same in its own thread, and tells of the bug. */
async function answer({ judge }: Judge, id: number, folder: ProjectFolder): Promise<void> {
  let analysis: FromThread['analysis'] = null;
  try {
    analysis = await judge(folder);
  } finally {
    parentPort?.postMessage({ id, analysis } satisfies FromThread);
  }
}

void start();
