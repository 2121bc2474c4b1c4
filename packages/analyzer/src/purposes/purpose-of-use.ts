import type { Catalog } from '@leastscope/scope-catalog';
import { resolveEndpoint } from '../lookups/resolve-endpoint.js';
import type { Declaration } from '../model/declaration.js';
import type { Directive } from '../model/directives.js';
import type { Use } from '../model/needs.js';
import { refusalOf } from './allowed-data.js';
import { purposesOf } from './purpose-of-file.js';

/** Id of the declared purpose that a use serves: the first owner of its line that covers it. Null when none does. */
export function purposeOfUse(
  use: Use,
  declaration: Declaration,
  catalog: Catalog,
  directives: readonly Directive[],
): string | null {
  const { endpoint } = resolveEndpoint(catalog, use);
  const owners = purposesOf(use.place.file, use.place.start.line, declaration, directives);
  const covering = owners.find(
    (purpose) => endpoint !== null && refusalOf(catalog, purpose, endpoint) === null,
  );
  return covering?.id ?? null;
}
