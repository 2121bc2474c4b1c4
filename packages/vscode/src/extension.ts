import { commands, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { createClient } from './client.js';
import { showPlaces } from './show-places.js';

let client: LanguageClient | null = null;

/** Starts `leastscope lsp`; everything else is said and done by that. */
export async function activate(context: ExtensionContext): Promise<void> {
  const current = createClient(context);
  client = current;
  context.subscriptions.push(
    commands.registerCommand('leastscope.showPlaces', showPlaces(current)),
    commands.registerCommand('leastscope.restart', () => current.restart()),
  );
  await current.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
