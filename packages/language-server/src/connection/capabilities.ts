import {
  CodeActionKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type InitializeResult,
} from 'vscode-languageserver';

/** What of an editor's abilities decides how it is spoken with. */
export interface Client {
  readonly watchesFiles: boolean;
  readonly changesFolders: boolean;
  readonly showsProgress: boolean;
  readonly refreshesLenses: boolean;
  /** It has a command that shows places: our own extension. */
  readonly showsPlaces: boolean;
}

export function clientOf(capabilities: ClientCapabilities, options: unknown): Client {
  const { window, workspace } = capabilities;
  return {
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    showsProgress: window?.workDoneProgress === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    showsPlaces:
      typeof options === 'object' &&
      options !== null &&
      'showsPlaces' in options &&
      options.showsPlaces === true,
  };
}

export function answerToInitialize(version: string): InitializeResult {
  return {
    serverInfo: { name: 'leastscope', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [':', ' ', '-', '[', '.', ','] },
      codeLensProvider: { resolveProvider: false },
      definitionProvider: true,
      referencesProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

/** What an analysis may rest on. */
export const watched = '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,vue,svelte,astro,json,yaml}';
