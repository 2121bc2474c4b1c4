import type { Readable, Writable } from 'node:stream';
import type { Engine } from './engine.js';

/** Everything the command line takes from the outside, so that a test can stand in for a terminal. */
export interface Host {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is piped in, as it comes; absent: there is none. */
  readonly stdin?: () => AsyncIterable<Uint8Array | string>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Loaded by the commands that analyse, so that `--help` stays light. */
  readonly loadEngine: () => Promise<Engine>;
  /** Names the build of this program, so that no other one's memory is believed; absent: what bundling has put in. */
  readonly build?: string;
  /** Ends `--watch`; absent: the process is ended from outside. */
  readonly stop?: AbortSignal;
  /** Standard input and output as they are, for `lsp`; absent where nobody speaks through them. */
  readonly openStreams?: () => { readonly input: Readable; readonly output: Writable };
}

export interface Sink {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** How wide the terminal is; absent where nobody looks on. */
  readonly columns?: number | undefined;
}
