import type { Catalog } from '@leastscope/scope-catalog';
import { createMarkers } from './markers.js';
import type { SearchRecord } from '../model/analysis.js';
import { importsFromAbove, scanImports } from './scan-imports.js';

/** What the search over all files finds in one text, for hosts that remember the others. */
export function searchText(
  catalog: Catalog,
  file: string,
  text: string,
): SearchRecord & { readonly importNames: readonly string[] } {
  return {
    isTelling: createMarkers(catalog).mayMatter(text),
    isOutside: importsFromAbove(file, text),
    importNames: scanImports(text),
  };
}
