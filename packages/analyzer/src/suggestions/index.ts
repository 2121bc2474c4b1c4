import type { Edit, Suggest } from './edit.js';
import { ignoreNextLine } from './ignore-next-line.js';
import { renameScope } from './rename-scope.js';
import { replacePath } from './replace-path.js';

const all: readonly Suggest[] = [renameScope, replacePath, ignoreNextLine];

/** What an editor may offer under a finding. A suggestion is a courtesy: trouble with one is no trouble with the file. */
export function suggestionsFor(...[finding, source]: Parameters<Suggest>): readonly Edit[] {
  return all.flatMap((suggest) => {
    try {
      return suggest(finding, source) ?? [];
    } catch {
      return [];
    }
  });
}
