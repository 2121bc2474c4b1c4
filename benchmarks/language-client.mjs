// An editor without a screen: starts `leastscope lsp` and speaks the protocol with it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../scripts/pnpm.mjs';

const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(
  join(root, 'packages/language-server/package.json'),
)('vscode-languageserver/node');

export const uriOf = (path) => pathToFileURL(path).href;

/** Starts a server for these folders. `until(path, isIt)` waits for diagnostics of a file. */
export async function startEditor(folders, program = join(root, 'packages/cli/bundle/leastscope.cjs')) {
  const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const diagnostics = new Map();
  const waiting = [];
  const progress = [];
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    diagnostics.set(params.uri, params);
    for (const one of [...waiting]) {
      if (!one.isIt(params)) continue;
      waiting.splice(waiting.indexOf(one), 1);
      one.resolve(params);
    }
  });
  connection.onNotification('$/progress', ({ value }) => void progress.push(value));
  for (const method of [
    'window/workDoneProgress/create',
    'client/registerCapability',
    'workspace/codeLens/refresh',
  ])
    connection.onRequest(method, () => null);
  connection.onNotification('window/logMessage', ({ message }) => console.error(message));
  connection.listen();
  const { capabilities } = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { window: { workDoneProgress: true }, workspace: { codeLens: { refreshSupport: true } } },
    workspaceFolders: folders.map((path) => ({ uri: uriOf(path), name: path })),
  });
  await connection.sendNotification('initialized', {});
  return {
    capabilities,
    diagnostics,
    progress,
    ask: (method, params) => connection.sendRequest(method, params),
    tell: (method, params) => connection.sendNotification(method, params),
    until: (isIt) => new Promise((resolve) => waiting.push({ isIt, resolve })),
    end: async () => {
      await connection.sendRequest('shutdown');
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendNotification('exit');
      return ended;
    },
  };
}
