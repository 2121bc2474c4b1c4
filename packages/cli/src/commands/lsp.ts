import { createLiveMemory } from '@leastscope/analyzer/disk';
import { judgeAside } from '../editor/judge-aside.js';
import { serveEditor } from '../editor/serve-editor.js';
import { exitCodes } from '../host/exit-codes.js';
import { Misuse } from '../host/misuse.js';
import type { RunCommand } from '../command-line/command.js';

/** `leastscope lsp`: speaks with an editor until that says good-bye. */
export const run: RunCommand = async (_input, host) => {
  if (host.openStreams === undefined) throw new Misuse('lsp: there is nobody to speak with');
  const engine = await host.loadEngine();
  await serveEditor(host.openStreams(), engine, createLiveMemory(), judgeAside());
  return exitCodes.clean;
};
