import { isPersonal } from '@leastscope/analyzer';
import { alternativesOf, fieldsOf } from '@leastscope/scope-catalog';
import type { PlanContext } from './planner.js';

/** A record, by its path, and the name of the field by which it can be found again. */
export interface RecordId {
  readonly record: string;
  readonly id: string;
}

/**
 * The innermost record around a part of an answer that has an id which is nobody's personal data: `data.orders[]` and `id`
 * for `data.orders[].recipient_address.name`. Null where none is known.
 */
export function recordIdOf(endpoint: string, path: string, context: PlanContext): RecordId | null {
  const known = knownPaths(endpoint, context);
  for (const record of recordsAround(path)) {
    const id = candidates(record).find((name) => known.has(`${record}.${name}`));
    if (id !== undefined) return { record, id };
  }
  return null;
}

/** The records that a path leads through, innermost first; lists of records only, and the whole answer. */
function recordsAround(path: string): readonly string[] {
  const names = path.split('.');
  const prefixes = names.map((_, index) => names.slice(0, index + 1).join('.'));
  return prefixes.filter((prefix) => prefix.endsWith('[]')).reverse();
}

/** `orders[]` has an `id` or an `order_id`; `return_orders[]` a `return_id`. */
function candidates(record: string): readonly string[] {
  const list = record.slice(record.lastIndexOf('.') + 1).replace(/(?:_list)?\[\]$/, '');
  const one = list.replace(/ies$/, 'y').replace(/s$/, '');
  const first = one.split('_', 1).join('');
  return ['id', `${one}_id`, `${first}_id`];
}

function knownPaths(endpoint: string, { catalog, needs }: PlanContext): ReadonlySet<string> {
  const fields = fieldsOf(catalog, endpoint).filter(({ direction }) => direction === 'response');
  const personal = fields.filter(({ category }) => isPersonal(catalog, category)).map(({ path }) => path);
  const paths = [
    ...alternativesOf(catalog, endpoint).flatMap(({ carries }) => carries),
    ...fields.map(({ path }) => path),
    ...(needs?.reads ?? []).filter(({ part }) => part.endpoint === endpoint).map(({ part }) => part.path),
  ];
  return new Set(paths.filter((path) => !personal.includes(path)));
}
