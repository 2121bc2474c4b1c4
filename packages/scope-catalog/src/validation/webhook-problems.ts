import type { CatalogData, Field, Webhook } from '../types.js';
import { webhookEndpoint, webhookTypeOf } from '../webhook-payload.js';
import type { CatalogProblem } from './problem.js';

/** A topic says how sure its name is, and its payload is told once: by rows of fields. */
export function webhookProblems(data: CatalogData, fields: readonly Field[]): readonly CatalogProblem[] {
  return [
    ...data.webhooks.flatMap((row) => [...nameProblems(row), ...payloadProblems(row, fields)]),
    ...fields.filter(({ endpoint }) => webhookTypeOf(endpoint) !== null).flatMap(formProblems),
  ];
}

function nameProblems({ type, event, eventConfidence }: Webhook): readonly CatalogProblem[] {
  if ((event === '') === (eventConfidence === null)) return [];
  const message =
    event === ''
      ? 'It says how sure a name is that it does not have.'
      : 'It does not say how sure its name is.';
  return [problemOf(type, message)];
}

function payloadProblems(
  { type, data, categories }: Webhook,
  fields: readonly Field[],
): readonly CatalogProblem[] {
  const payload = fields.filter(({ endpoint }) => endpoint === webhookEndpoint(type));
  const paths = payload.map(({ path }) => path).filter((path) => path !== '*');
  const isSame = paths.length === data.length && paths.every((path) => data.includes(path));
  const missing = payload.map(({ category }) => category).filter((id) => !categories.includes(id));
  return [
    ...(isSame ? [] : [problemOf(type, 'Its list of data is not that of the fields of its payload.')]),
    ...[...new Set(missing)].map((id) => problemOf(type, `Its payload holds ${id}, which it does not name.`)),
  ];
}

/** A payload is read from its top level, like `data.order_id`. */
const payloadPath = /^(?:\*|[a-z_0-9]+(?:\[\])?(?:\.[a-z_0-9]+(?:\[\])?)*(?:\.\*)?)$/;

function formProblems({ endpoint, path, direction }: Field): readonly CatalogProblem[] {
  if (payloadPath.test(path) && direction === 'response') return [];
  const type = webhookTypeOf(endpoint) ?? 0;
  return [problemOf(type, `\`${path}\` (${direction}) is no place of a payload.`)];
}

function problemOf(type: number, message: string): CatalogProblem {
  return { kind: 'malformed-webhook', row: `webhook ${String(type)}`, message };
}
