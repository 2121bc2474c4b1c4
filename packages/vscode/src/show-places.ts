import { commands, Position, Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Location, Position as ProtocolPosition } from 'vscode-languageclient/node';

/** A lens that leads to places: the editor's own list of references, filled with them. */
export function showPlaces({ protocol2CodeConverter: convert }: LanguageClient) {
  return (
    uri: string,
    { line, character }: ProtocolPosition,
    places: readonly Location[],
  ): Thenable<unknown> =>
    commands.executeCommand(
      'editor.action.showReferences',
      Uri.parse(uri),
      new Position(line, character),
      places.map((place) => convert.asLocation(place)),
    );
}
