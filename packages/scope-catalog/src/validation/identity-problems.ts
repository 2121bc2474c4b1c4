import { sdkNameOf } from '../sdk-names.js';
import type { CatalogData, Endpoint, Field, Provenance } from '../types.js';
import { alternativeKey } from './alternative-problems.js';
import type { CatalogProblem } from './problem.js';
import { sinkKey } from './sink-problems.js';

/** Rows must have keys of their own, names that follow from their path, and a source. */
export function identityProblems(data: CatalogData, fields: readonly Field[]): readonly CatalogProblem[] {
  const keyed = keyedRows(data, fields);
  return [
    ...duplicates(keyed.map(([key]) => key)),
    ...keyed.flatMap(([key, row]) => provenanceProblem(key, row)),
    ...data.endpoints.flatMap(nameProblems),
  ];
}

function keyedRows(data: CatalogData, fields: readonly Field[]): readonly (readonly [string, Provenance])[] {
  return [
    ...data.endpoints.map((row) => [`endpoint ${row.id}`, row] as const),
    ...data.legacyEndpoints.map((row) => [`legacy endpoint ${row.id}`, row] as const),
    ...data.scopes.map((row) => [`scope ${row.key}`, row] as const),
    // An alias that is also a key would hide the scope of that name.
    ...data.scopeAliases.map((row) => [`scope ${row.alias}`, row] as const),
    ...data.categories.map((row) => [`category ${row.id}`, row] as const),
    ...data.purposes.map((row) => [`purpose ${row.kind}`, row] as const),
    ...data.webhooks.map((row) => [`webhook ${String(row.type)}`, row] as const),
    ...data.hosts.map((row) => [`host ${row.host}`, row] as const),
    ...data.httpClients.map((row) => [`HTTP client ${row.package} ${row.export}`, row] as const),
    ...data.sdkPackages.map((row) => [`SDK package ${row.package}`, row] as const),
    ...data.sdkCalls.map((row) => [`SDK call ${row.package} ${row.owner}.${row.method}`, row] as const),
    ...data.sinks.map((row) => [sinkKey(row), row] as const),
    ...data.alternatives.map((row) => [alternativeKey(row), row] as const),
    ...fields.map((row) => [`field ${row.endpoint} ${row.direction} ${row.path}`, row] as const),
  ];
}

function duplicates(keys: readonly string[]): readonly CatalogProblem[] {
  const seen = new Set<string>();
  return keys.flatMap((row) => {
    if (seen.has(row)) return [{ kind: 'duplicate', row, message: 'This key is there twice.' } as const];
    seen.add(row);
    return [];
  });
}

function provenanceProblem(row: string, { source, date }: Provenance): readonly CatalogProblem[] {
  if (source !== '' && /^\d{4}-\d{2}(-\d{2})?$/.test(date)) return [];
  return [{ kind: 'no-provenance', row, message: 'Every row names its source and the date of that source.' }];
}

function nameProblems(endpoint: Endpoint): readonly CatalogProblem[] {
  const { id, method, path, version, family, sdk } = endpoint;
  const versionPart = version === null ? '' : `/${version}`;
  const expected = sdkNameOf(method, path);
  const wrong = [
    id === `${method} ${path}` ? null : `The id should be ${method} ${path}.`,
    path.startsWith('/') && path.includes(versionPart) ? null : 'The path does not hold the version.',
    family === `${method} ${path.replace(versionPart, '')}`
      ? null
      : 'The family should be the id without the version.',
    sdk?.className === expected?.className && sdk?.method === expected?.method
      ? null
      : `By the naming rule the SDK calls it ${expected ? `${expected.className}.${expected.method}` : 'nothing'}.`,
  ];
  return wrong
    .filter((message) => message !== null)
    .map((message) => ({ kind: 'name-mismatch', row: `endpoint ${id}`, message }));
}
