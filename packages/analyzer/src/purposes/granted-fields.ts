import { fieldsOf } from '@leastscope/scope-catalog';
import type { Catalog, CategoryId, EndpointId, Field } from '@leastscope/scope-catalog';
import { isPersonal } from '../lookups/personal.js';
import { compareText } from '../lookups/places.js';
import { groupBy } from '../util/group-by.js';
import type { Analysis } from '../model/analysis.js';
import type { Declaration, DeclaredPurpose } from '../model/declaration.js';
import { isAllowed } from './allowed-data.js';
import { purposesOf } from './purpose-of-file.js';

/** What the declared purposes grant of the answers of one endpoint. */
export interface GrantedFields {
  readonly endpoint: EndpointId;
  /** Ids of the purposes that own its calls, sorted. */
  readonly purposes: readonly string[];
  /** Personal fields that none of them allows, and the fields that are known besides; each sorted by path. */
  readonly refused: readonly GrantedField[];
  readonly allowed: readonly GrantedField[];
}

export interface GrantedField {
  /** As the catalog writes it: `data.orders[].cpf`, `data.orders[].payment.*` for all below, `*` for all that is not named. */
  readonly path: string;
  readonly category: CategoryId;
}

/**
 * Endpoints that the app calls, each with what the purposes of all its calls allow together. Not calls in tests, nor what
 * the catalog has no fields of. Sorted by endpoint.
 */
export function grantedFields(
  { needs, directives }: Pick<Analysis, 'needs' | 'directives'>,
  declaration: Declaration,
  catalog: Catalog,
): readonly GrantedFields[] {
  const uses = needs.uses.filter(
    ({ endpoint, fit, fileKind }) =>
      fileKind !== 'test' &&
      fit === 'exact' &&
      endpoint !== null &&
      catalog.endpointById.get(endpoint)?.host === 'api',
  );
  return [...groupBy(uses, ({ endpoint }) => endpoint ?? '')]
    .map(([endpoint, some]) => {
      const owners = [
        ...new Set(
          some.flatMap(({ place }) => purposesOf(place.file, place.start.line, declaration, directives)),
        ),
      ];
      return grantOf(endpoint, owners, catalog);
    })
    .filter(({ refused, allowed }) => refused.length + allowed.length > 0)
    .sort((a, b) => compareText(a.endpoint, b.endpoint));
}

function grantOf(endpoint: EndpointId, owners: readonly DeclaredPurpose[], catalog: Catalog): GrantedFields {
  const rows = fieldsOf(catalog, endpoint).filter(isStated);
  const isRefused = ({ category }: Field): boolean =>
    isPersonal(catalog, category) && !isAllowed(catalog, owners, category);
  return {
    endpoint,
    purposes: owners.map(({ id }) => id).sort(compareText),
    refused: pathsOf(rows.filter(isRefused)),
    allowed: pathsOf(rows.filter((row) => !isRefused(row))),
  };
}

/** Of all that is not named the catalog only guesses what it may hold: nothing is taken away by a guess. */
function isStated({ direction, path, confidence }: Field): boolean {
  return direction === 'response' && !(path.endsWith('*') && confidence === 'inferred');
}

function pathsOf(rows: readonly Field[]): readonly GrantedField[] {
  return rows.map(({ path, category }) => ({ path, category })).sort((a, b) => compareText(a.path, b.path));
}
