import type { Alternative, CatalogData, CategoryId, Endpoint, EndpointId, Field } from '../types.js';
import type { CatalogProblem } from './problem.js';

/** An alternative must exist, carry something, and bring less personal data than what it stands in for. */
export function alternativeProblems(data: CatalogData, fields: readonly Field[]): readonly CatalogProblem[] {
  const brought = categoryReader(data, fields);
  return data.alternatives.flatMap((row) => [
    ...reachProblems(row, data),
    ...formProblems(row),
    ...gainProblems(row, data, brought),
  ]);
}

/** How messages name a row of alternatives. */
export function alternativeKey({ endpoint, kind, instead }: Alternative): string {
  return `alternative ${endpoint} ${kind} ${instead}`;
}

function reachProblems(row: Alternative, data: CatalogData): readonly CatalogProblem[] {
  const problem = (kind: CatalogProblem['kind'], message: string): CatalogProblem => ({
    kind,
    row: alternativeKey(row),
    message,
  });
  const today = data.endpoints.find(({ id }) => id === row.endpoint);
  if (today === undefined)
    return [problem('unknown-endpoint', `${row.endpoint} is no endpoint of the catalog.`)];
  if (row.kind === 'switch') return [];
  if (row.kind === 'webhook') {
    if (data.webhooks.some(({ type }) => String(type) === row.instead)) return [];
    return [problem('unknown-webhook', `${row.instead} is no webhook of the catalog.`)];
  }
  const other = data.endpoints.find(({ id }) => id === row.instead);
  if (other === undefined)
    return [problem('unknown-endpoint', `${row.instead} is no endpoint of the catalog.`)];
  const isVersion = other.family === today.family;
  if (row.kind === 'version' && isVersion && (other.version ?? '') < (today.version ?? '')) {
    return [problem('malformed-alternative', `${row.instead} is older: nobody should be sent back.`)];
  }
  if (isVersion === (row.kind === 'version') && other.id !== today.id) return [];
  const wrong = row.kind === 'version' ? 'no other version' : 'a version';
  return [problem('malformed-alternative', `${row.instead} is ${wrong} of the operation.`)];
}

/** Like the paths of fields: dotted names, `[]` for a list, `*` for all below a place. */
const path = /^[a-z_0-9]+(?:\[\])?(?:\.[a-z_0-9]+(?:\[\])?)*(?:\.\*)?$/;

function formProblems(row: Alternative): readonly CatalogProblem[] {
  const wrong = [
    row.carries.length > 0 ? null : 'It carries nothing, so it stands in for nothing.',
    row.title === '' ? 'It has no title for messages.' : null,
    row.kind === 'switch' && !/^[a-z_.]+=\S+$/.test(row.instead) ? 'A switch is written `name=value`.' : null,
    row.onlyWhere !== undefined && !/^[a-z_.]+(?:=\S+)?$/.test(row.onlyWhere)
      ? 'What the request must say is written `name=value` or `name`.'
      : null,
    (row.kind === 'switch') === (row.onlyWhere !== undefined)
      ? null
      : 'A switch, and nothing else, says where it changes anything.',
    ...row.carries.filter((text) => !path.test(text)).map((text) => `\`${text}\` is no path of a response.`),
    ...Object.keys(row.movedTo ?? {})
      .filter((text) => !row.carries.includes(text))
      .map((text) => `\`${text}\` stands elsewhere, and is not carried.`),
    ...row.carries
      .filter((text, at) => row.carries.indexOf(text) !== at)
      .map((text) => `\`${text}\` is there twice.`),
  ];
  return wrong
    .filter((message) => message !== null)
    .map((message) => ({ kind: 'malformed-alternative', row: alternativeKey(row), message }));
}

/** A switch changes what one endpoint answers, which no row of fields tells apart. */
function gainProblems(
  row: Alternative,
  data: CatalogData,
  brought: CategoryReader,
): readonly CatalogProblem[] {
  if (row.kind === 'switch') return [];
  const less = row.kind === 'webhook' ? brought.byWebhook(row.instead) : brought.byEndpoint(row.instead);
  return versionsMeant(row, data).flatMap(({ id }) => {
    const today = brought.byEndpoint(id);
    const extra = [...less].filter((category) => !today.has(category) && !isWeaker(category, today));
    const dropped = [...today].filter((category) => !less.has(category));
    if (extra.length === 0 && dropped.length > 0) return [];
    const reason =
      extra.length > 0 ? `brings ${extra.join(', ')}, which` : 'brings no less personal data than';
    const message = `${row.instead} ${reason} ${id}${extra.length > 0 ? ' does not' : ''}.`;
    return [{ kind: 'no-gain', row: alternativeKey(row), message } as const];
  });
}

/** What stands in for something else and tells less of the person. */
const pseudonymOf: Readonly<Record<CategoryId, CategoryId>> = {
  'creator.id_open': 'creator.id_plain',
  'buyer.email_alias': 'buyer.email',
};

function isWeaker(category: CategoryId, today: ReadonlySet<CategoryId>): boolean {
  const plain = pseudonymOf[category];
  return plain !== undefined && today.has(plain);
}

function versionsMeant(row: Alternative, { endpoints }: CatalogData): readonly Endpoint[] {
  const today = endpoints.find(({ id }) => id === row.endpoint);
  if (row.kind === 'version') return endpoints.filter(({ id }) => id === row.endpoint);
  const isMeant = ({ version }: Endpoint): boolean => row.versions?.includes(version ?? '') ?? true;
  return endpoints.filter((endpoint) => endpoint.family === today?.family && isMeant(endpoint));
}

interface CategoryReader {
  readonly byEndpoint: (id: EndpointId) => ReadonlySet<CategoryId>;
  readonly byWebhook: (type: string) => ReadonlySet<CategoryId>;
}

/**
 * The personal data in an answer, by its fields where those are known; what an endpoint is called for may be judged
 * from more than its answer. What a document may hold counts as held.
 */
function categoryReader(data: CatalogData, fields: readonly Field[]): CategoryReader {
  const held = new Map<EndpointId, Set<CategoryId>>();
  for (const { endpoint, direction, category } of fields) {
    if (direction === 'request') continue;
    held.set(endpoint, (held.get(endpoint) ?? new Set()).add(category));
  }
  const personal = (ids: Iterable<CategoryId>): ReadonlySet<CategoryId> => personalAmong(ids, data);
  return {
    byEndpoint: (id) => {
      const categories = data.endpoints.find((row) => row.id === id)?.categories;
      return personal(held.get(id) ?? [...(categories?.primary ?? []), ...(categories?.incidental ?? [])]);
    },
    byWebhook: (type) => personal(data.webhooks.find((row) => String(row.type) === type)?.categories ?? []),
  };
}

function personalAmong(ids: Iterable<CategoryId>, { categories }: CatalogData): ReadonlySet<CategoryId> {
  const rows = [...ids].flatMap((id) => categories.filter((row) => row.id === id));
  const all = rows.flatMap(({ id, holds }) => [id, ...holds]);
  return new Set(all.filter((id) => categories.some((row) => row.id === id && isPersonal(row.tier))));
}

function isPersonal(tier: string): boolean {
  return tier === 'personal' || tier === 'sensitive-personal' || tier === 'secret';
}
