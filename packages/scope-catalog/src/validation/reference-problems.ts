import type { CatalogData, Endpoint, EndpointId, Field, LegacyEndpoint } from '../types.js';
import { webhookTypeOf } from '../webhook-payload.js';
import type { CatalogProblem } from './problem.js';

/** Whatever points at an endpoint, a webhook or a package must find it. */
export function referenceProblems(data: CatalogData, fields: readonly Field[]): readonly CatalogProblem[] {
  const known = new Set(data.endpoints.map(({ id }) => id));
  return [
    ...pointers(data).flatMap(([row, ids]) => missing(row, ids, known)),
    ...fields.flatMap((field) =>
      missing(`field ${field.path}`, [field.endpoint], withWebhooks(field, data, known)),
    ),
    ...unknownPackages(data),
  ];
}

function pointers(data: CatalogData): readonly (readonly [string, readonly EndpointId[]])[] {
  return [
    ...data.endpoints.map((row) => [`endpoint ${row.id}`, successors(row, row.replacedBy)] as const),
    ...data.legacyEndpoints.map(
      (row) => [`legacy endpoint ${row.id}`, successors(row, row.replacement)] as const,
    ),
    ...data.sdkCalls.map(
      (row) => [`SDK call ${row.package} ${row.owner}.${row.method}`, [row.endpoint]] as const,
    ),
  ];
}

function successors(row: Endpoint | LegacyEndpoint, first: EndpointId | null): readonly EndpointId[] {
  return [...(first === null ? [] : [first]), ...(row.otherReplacements ?? [])];
}

function missing(
  row: string,
  ids: readonly EndpointId[],
  known: ReadonlySet<EndpointId>,
): readonly CatalogProblem[] {
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({ kind: 'unknown-endpoint', row, message: `${id} is no endpoint of the catalog.` }));
}

/** A webhook's payload has fields too. */
function withWebhooks(
  field: Field,
  data: CatalogData,
  known: ReadonlySet<EndpointId>,
): ReadonlySet<EndpointId> {
  const type = webhookTypeOf(field.endpoint);
  if (type === null || !data.webhooks.some((row) => row.type === type)) return known;
  return new Set([field.endpoint]);
}

function unknownPackages(data: CatalogData): readonly CatalogProblem[] {
  const packages = new Set(data.sdkPackages.map((row) => row.package));
  return data.sdkCalls
    .filter((row) => !packages.has(row.package))
    .map((row) => ({
      kind: 'unknown-package',
      row: `SDK call ${row.package} ${row.owner}.${row.method}`,
      message: `${row.package} is no SDK package of the catalog.`,
    }));
}
