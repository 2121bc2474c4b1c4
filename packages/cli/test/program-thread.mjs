// The command line of one process, in a thread that stays: starting Node anew for each run takes longer than most runs.
// Each message is one run, told as `spawnSync` would tell it; whoever asks waits for the signal.
import { workerData } from 'node:worker_threads';
import { exitCodes } from '../dist/host/exit-codes.js';
import { loadEngine } from '../dist/host/engine.js';
import { main } from '../dist/main.js';

const { signal, port, env } = workerData;

port.on('message', async ({ cwd, args }) => {
  const written = { stdout: '', stderr: '' };
  const sink = (name) => ({ write: (text) => void (written[name] += text), isTerminal: false });
  let status = exitCodes.bug;
  try {
    status = await main(args, { cwd, env, stdout: sink('stdout'), stderr: sink('stderr'), loadEngine });
  } catch (error) {
    written.stderr += `leastscope: a bug in leastscope itself\n${error instanceof Error ? error.stack : String(error)}\n`;
  }
  port.postMessage({ status, ...written });
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
