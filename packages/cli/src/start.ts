import process from 'node:process';
import { loadEngine } from './host/engine.js';
import { exitCodes } from './host/exit-codes.js';
import type { Host } from './host/host.js';
import { main } from './main.js';
import { cannotWrite } from './output/cannot-write.js';
import { sinkOf } from './output/sink.js';

const stdoutName = 'to standard output';

/** Runs the command line of this process. */
export async function start(): Promise<void> {
  endWithItsStreams();
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

/** Output that did not arrive is no answer, whatever the answer was: `check | head`, a pipe to a program that has died. */
function endWithItsStreams(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.stderr.write(`leastscope: ${cannotWrite(stdoutName, error).message}\n`);
    process.exit(exitCodes.misuse);
  });
  // There is nobody left to tell.
  process.stderr.on('error', () => undefined);
}

function hostOfProcess(): Host {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdin: () => process.stdin,
    stdout: sinkOf(process.stdout, stdoutName),
    stderr: sinkOf(process.stderr, 'to standard error'),
    loadEngine,
    openStreams: () => ({ input: process.stdin, output: process.stdout }),
  };
}
