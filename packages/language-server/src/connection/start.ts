import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Readable, Writable } from 'node:stream';
import type { ServerTools } from '../workspace/tools.js';
import { serve } from './serve.js';

export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

/**
 * Begins to speak with the editor at the other end of two streams. Ends when the editor says so; the library then ends the
 * process, with 0 after a `shutdown` and with 1 without one, as the protocol has it.
 */
export function startServer({ input, output }: Streams, tools: ServerTools): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, input, output);
  const ended = new Promise<void>((resolve) => {
    connection.onExit(() => {
      resolve();
    });
  });
  serve(connection, tools);
  return ended;
}
