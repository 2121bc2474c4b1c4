import { workspace, type ExtensionContext } from 'vscode';
import {
  LanguageClient,
  TransportKind,
  type LanguageClientOptions,
  type NodeModule,
} from 'vscode-languageclient/node';
import { isAbsolute, join } from 'node:path';

const languages = [
  'typescript',
  'typescriptreact',
  'javascript',
  'javascriptreact',
  'vue',
  'svelte',
  'astro',
];

export function createClient(context: ExtensionContext): LanguageClient {
  const module = chosenProgram() ?? context.asAbsolutePath('server/bundle/leastscope.cjs');
  const options: LanguageClientOptions = {
    documentSelector: [
      ...languages.map((language) => ({ scheme: 'file', language })),
      { scheme: 'file', pattern: '**/scope-declaration.yaml' },
    ],
    // The command of show-places.ts is there: lenses lead somewhere.
    initializationOptions: { showsPlaces: true },
  };
  const server: NodeModule = { module, args: ['lsp'], transport: TransportKind.stdio };
  return new LanguageClient('leastscope', 'leastscope', { run: server, debug: server }, options);
}

/** Another program than the one that comes along; in folders that are not trusted, the editor gives none. */
function chosenProgram(): string | null {
  const path = workspace.getConfiguration('leastscope').get<string>('program', '');
  if (path === '') return null;
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  return isAbsolute(path) || folder === undefined ? path : join(folder, path);
}
