import { compareText, isPersonal } from '@leastscope/analyzer';
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
  const personal = personalPaths(endpoint, context);
  const isMeant = (known: string): boolean => !personal.has(known);
  const sources = [
    catalogPaths(endpoint, context).filter(isMeant),
    readPaths(endpoint, context).filter(isMeant),
  ];
  for (const record of recordsAround(path)) {
    // What the catalog names is there; what code asks for may be there for once.
    const id = sources.flatMap((known) => idAmong(known, record) ?? [])[0];
    if (id !== undefined) return { record, id };
  }
  return null;
}

/** The records that a path leads through, innermost first: items of lists. */
function recordsAround(path: string): readonly string[] {
  const names = path.split('.');
  const prefixes = names.map((_, index) => names.slice(0, index + 1).join('.'));
  return prefixes.filter((prefix) => prefix.endsWith('[]')).reverse();
}

/** `orders[]` has an `id` or an `order_id`, `return_orders[]` a `return_id`, `cancellations[]` a `cancel_id`. */
function idAmong(known: readonly string[], record: string): string | null {
  const list = record.slice(record.lastIndexOf('.') + 1).replace(/(?:_list)?\[\]$/, '');
  const names = known.flatMap((path) =>
    path.startsWith(`${record}.`) ? [path.slice(record.length + 1)] : [],
  );
  const own = (name: string): boolean =>
    name.endsWith('_id') && list.startsWith(name.slice(0, -'_id'.length));
  if (names.includes('id')) return 'id';
  return names.filter(own).sort((a, b) => b.length - a.length || compareText(a, b))[0] ?? null;
}

function personalPaths(endpoint: string, { catalog }: PlanContext): ReadonlySet<string> {
  const rows = fieldsOf(catalog, endpoint).filter(
    ({ direction, category }) => direction === 'response' && isPersonal(catalog, category),
  );
  return new Set(rows.map(({ path }) => path));
}

function catalogPaths(endpoint: string, { catalog }: PlanContext): readonly string[] {
  const fields = fieldsOf(catalog, endpoint).filter(({ direction }) => direction === 'response');
  const carried = alternativesOf(catalog, endpoint).flatMap(({ carries }) => carries);
  return [...carried, ...fields.map(({ path }) => path)];
}

function readPaths(endpoint: string, { needs }: PlanContext): readonly string[] {
  return (needs?.reads ?? []).flatMap(({ part }) => (part.endpoint === endpoint ? [part.path] : []));
}
