import type { ReportData, ReportPoint } from '../define-rule.js';

/** What tells findings apart that are about no endpoint or category: the part of a rule's data that names it. */
const subjects = ['what', 'webhook', 'id', 'country', 'path'] as const;

/** A finding that stands at one place: a point for each endpoint with each category that its data names. */
export function pointsInData(data: ReportData): readonly ReportPoint[] {
  const scopes = [...listOf(data['scope']), ...listOf(data['scopes'])];
  const [recipient, store, purpose] = [textOf(data['host']), textOf(data['store']), textOf(data['purpose'])];
  const subject = subjects.flatMap((key) => textOf(data[key]) ?? []).join(' ');
  const rest = {
    ...(scopes.length === 0 ? {} : { scopes }),
    ...(recipient === null ? {} : { recipient }),
    ...(store === null ? {} : { store }),
    ...(purpose === null ? {} : { purpose }),
    ...(subject === '' ? {} : { subject }),
  };
  return orNone(endpointsOf(data)).flatMap((endpoint) =>
    orNone(categoriesOf(data)).map((category) => ({
      ...(endpoint === null ? {} : { endpoint }),
      ...(category === null ? {} : { category }),
      ...rest,
    })),
  );
}

function orNone(items: readonly string[]): readonly (string | null)[] {
  return items.length > 0 ? items : [null];
}

function endpointsOf({ endpoint, endpoints }: ReportData): readonly string[] {
  return endpoints === undefined || typeof endpoints === 'string' ? listOf(endpoint) : endpoints;
}

/** What the decision is about: one category, several, else the personal ones. A text holds names for people. */
function categoriesOf({ category, categories, personal }: ReportData): readonly string[] {
  if (typeof category === 'string') return [category];
  const several = [categories, personal].flatMap((list) => (typeof list === 'object' ? [list] : []));
  return several.find((list) => list.length > 0) ?? [];
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function textOf(value: string | readonly string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
