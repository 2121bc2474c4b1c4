import type { CatalogData, Category, CategoryId, Field, Purpose } from '../types.js';
import type { CatalogProblem } from './problem.js';

/** Every category that is named must exist, every endpoint must be called for something, no purpose may contradict itself. */
export function categoryProblems(data: CatalogData, fields: readonly Field[]): readonly CatalogProblem[] {
  const known = new Set(data.categories.map(({ id }) => id));
  return [
    ...namedCategories(data, fields).flatMap(([row, ids]) => unknownCategories(row, ids, known)),
    ...data.endpoints
      .filter(({ categories }) => categories.primary.length === 0)
      .map(({ id }) => ({
        kind: 'endpoint-without-category' as const,
        row: `endpoint ${id}`,
        message: 'Nothing says what it is called for.',
      })),
    ...data.purposes.flatMap(contradictions),
    ...data.purposes.flatMap((purpose) => unanswered(purpose, data)),
    ...data.categories.flatMap(marketProblems),
    ...restRowProblems(data, fields),
  ];
}

function namedCategories(
  data: CatalogData,
  fields: readonly Field[],
): readonly (readonly [string, readonly CategoryId[]])[] {
  return [
    ...data.endpoints.map(({ id, categories }) => {
      const { primary, incidental, sent } = categories;
      return [`endpoint ${id}`, [...primary, ...incidental, ...sent]] as const;
    }),
    ...data.webhooks.map((row) => [`webhook ${String(row.type)}`, row.categories] as const),
    ...data.categories.map((row) => [`category ${row.id}`, row.holds] as const),
    ...data.purposes.map(
      (row) => [`purpose ${row.kind}`, [...row.needs, ...row.optional, ...row.never]] as const,
    ),
    ...fields.map((row) => [`field ${row.endpoint} ${row.path}`, [row.category]] as const),
  ];
}

function unknownCategories(
  row: string,
  ids: readonly CategoryId[],
  known: ReadonlySet<CategoryId>,
): readonly CatalogProblem[] {
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({ kind: 'unknown-category', row, message: `${id} is no category of the catalog.` }));
}

function contradictions({ kind, needs, optional, never }: Purpose): readonly CatalogProblem[] {
  const row = `purpose ${kind}`;
  const both = never.filter((id) => needs.includes(id) || optional.includes(id));
  const twice = optional.filter((id) => needs.includes(id));
  return [
    ...both.map((id) => ({
      kind: 'category-conflict' as const,
      row,
      message: `${id} is both allowed and forbidden.`,
    })),
    ...twice.map((id) => ({
      kind: 'category-conflict' as const,
      row,
      message: `${id} is both needed and optional.`,
    })),
  ];
}

/** Three answers and no fourth: a category that no list names would be neither allowed nor refused. */
function unanswered(purpose: Purpose, { categories }: CatalogData): readonly CatalogProblem[] {
  const { kind, needs, optional, never } = purpose;
  const answered = new Set([...needs, ...optional, ...never]);
  return categories
    .filter(({ id }) => !answered.has(id))
    .map(({ id }) => ({
      kind: 'category-unanswered' as const,
      row: `purpose ${kind}`,
      message: `It says neither that it needs ${id}, nor that it may, nor that it never does.`,
    }));
}

function marketProblems({ id, markets }: Category): readonly CatalogProblem[] {
  if (markets === undefined) return [];
  const { codes, source, date } = markets;
  const isSourced = source !== '' && /^\d{4}-\d{2}(-\d{2})?$/.test(date);
  if (codes.length > 0 && codes.every((code) => /^[A-Z]{2}$/.test(code)) && isSourced) return [];
  const message = 'Its markets are country codes of two capitals, with a source and its date.';
  return [{ kind: 'malformed-category', row: `category ${id}`, message }];
}

/** The rest row is what makes a classification complete, so every endpoint that has fields has exactly one. */
function restRowProblems(data: CatalogData, fields: readonly Field[]): readonly CatalogProblem[] {
  const counts = new Map<string, number>();
  for (const field of fields) {
    const isRest = field.path === '*' && field.direction === 'response';
    counts.set(field.endpoint, (counts.get(field.endpoint) ?? 0) + (isRest ? 1 : 0));
  }
  return data.endpoints
    .map(({ id }) => ({ id, count: counts.get(id) ?? 1 }))
    .filter(({ count }) => count !== 1)
    .map(({ id, count }) => ({
      kind: 'rest-row',
      row: `endpoint ${id}`,
      message: `Its fields have ${String(count)} rest rows (*), not one.`,
    }));
}
