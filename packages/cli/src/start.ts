import process from 'node:process';
import { loadEngine } from './engine.js';
import { exitCodes } from './exit-codes.js';
import type { Host } from './host.js';
import { main } from './main.js';

/** Runs the command line of this process. */
export async function start(): Promise<void> {
  // `leastscope check | head` closes our output early: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  // Set, not called: `process.exit` would cut off output that is still on its way into a pipe.
  try {
    process.exitCode = await main(process.argv.slice(2), hostOfProcess());
  } catch (error) {
    // Node would end with 1, which means findings and nothing else.
    process.exitCode = exitCodes.bug;
    process.stderr.write(
      `leastscope: a bug in leastscope itself\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
  }
}

function hostOfProcess(): Host {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: {
      write: (text) => process.stdout.write(text),
      isTerminal: process.stdout.isTTY,
      columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    },
    stderr: { write: (text) => process.stderr.write(text), isTerminal: process.stderr.isTTY },
    loadEngine,
  };
}
