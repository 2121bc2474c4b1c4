import { createLiveMemory } from '@leastscope/analyzer/disk';
import {
  createProtocolConnection,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type Hover,
  type Location,
  type Position,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createEngine } from '../src/host/create-engine.js';
import { serveEditor } from '../src/editor/serve-editor.js';

const engine = createEngine();

/** A folder with these files, which goes when the test has ended. */
export function lay(files: Readonly<Record<string, string>>): {
  readonly root: string;
  readonly remove: () => void;
} {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'leastscope-editor-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** An editor without a screen, and a server of its own at the other end of two streams of this process. */
export async function openEditor(folders: readonly string[], capabilities: object = {}) {
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  void serveEditor({ input: toServer, output: toEditor }, engine, createLiveMemory(), null);
  const connection = createProtocolConnection(toEditor, toServer);
  const told: PublishDiagnosticsParams[] = [];
  const heard: { method: string; params: unknown }[] = [];
  const waiting: { isIt: (params: PublishDiagnosticsParams) => boolean; resolve: () => void }[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    told.push(params);
    for (const { isIt, resolve } of waiting) if (isIt(params)) resolve();
  });
  let endOfFirstLook: () => void = () => undefined;
  const firstLook = new Promise<void>((resolve) => (endOfFirstLook = resolve));
  const hear = (method: string) => (params: unknown) => {
    heard.push({ method, params });
    if (JSON.stringify(params).includes('"kind":"end"')) endOfFirstLook();
  };
  for (const method of [
    'window/workDoneProgress/create',
    'client/registerCapability',
    'workspace/codeLens/refresh',
  ])
    connection.onRequest(method, (params) => (hear(method)(params), null));
  for (const method of ['$/progress', 'window/logMessage']) connection.onNotification(method, hear(method));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: folder })),
  });
  await connection.sendNotification('initialized', {});
  const ask = <T>(method: string, path: string, more: object = {}): Promise<T> =>
    connection.sendRequest(method, { textDocument: { uri: uriOf(path) }, ...more });
  return {
    connection,
    told,
    heard,
    /** Where the editor shows progress: when the first look at all projects has ended. */
    firstLook,
    open: (path: string, text: string = readFileSync(path, 'utf8'), languageId = 'typescript') =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uriOf(path), languageId, version: 1, text },
      }),
    change: (path: string, version: number, text: string) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uriOf(path), version },
        contentChanges: [{ text }],
      }),
    close: (path: string) =>
      connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(path) } }),
    hover: (path: string, position: Position) => ask<Hover | null>('textDocument/hover', path, { position }),
    complete: (path: string, position: Position) =>
      ask<CompletionItem[]>('textDocument/completion', path, { position }),
    lenses: (path: string) => ask<CodeLens[]>('textDocument/codeLens', path),
    definition: (path: string, position: Position) =>
      ask<Location[]>('textDocument/definition', path, { position }),
    references: (path: string, position: Position) =>
      ask<Location[]>('textDocument/references', path, { position, context: { includeDeclaration: true } }),
    actions: (path: string, position: Position) =>
      ask<CodeAction[]>('textDocument/codeAction', path, {
        range: { start: position, end: position },
        context: { diagnostics: [] },
      }),
    /** Resolves when diagnostics of a file are told that fit, or were told already. */
    until: (path: string, isIt: (rules: readonly string[], version: number | undefined) => boolean) => {
      const fits = (params: PublishDiagnosticsParams): boolean =>
        params.uri === uriOf(path) && isIt(rulesOf(params), params.version);
      const last = told.findLast(({ uri }) => uri === uriOf(path));
      if (last !== undefined && fits(last)) return Promise.resolve();
      return new Promise<void>((resolve) => void waiting.push({ isIt: fits, resolve }));
    },
  };
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

export function rulesOf({ diagnostics }: PublishDiagnosticsParams): readonly string[] {
  return diagnostics.map(({ code }) => String(code));
}

/** Where a word stands in a text, some characters behind its beginning. */
export function spotOf(text: string, word: string, inside = 1): Position {
  const offset = text.indexOf(word);
  if (offset === -1) throw new Error(`${word} does not stand there`);
  const before = text.slice(0, offset + inside).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
