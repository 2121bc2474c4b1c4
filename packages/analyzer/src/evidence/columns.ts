import { keyOfPlace } from '../lookups/places.js';
import { placeOf } from '../lookups/place-of.js';
import { isPersonal } from '../lookups/personal.js';
import type { CallFact, Expression, FileFacts } from '../model/facts.js';
import type { EvidenceContext } from './evidence-context.js';
import type { Taken } from './taken.js';

/** Keys that stand around the columns, and are none. */
const wrapping = /^(?:data|create|update|set|\$set|\$setOnInsert|values|row|rows|where|requestBody)$/;
const deepest = 6;

/** A column, and the value that a call puts into it. */
export interface ColumnValue {
  readonly column: string;
  readonly key: string;
  readonly value: Expression;
}

/** The columns that hold personal data, by what is seen to be written; null where one of them is not named there. */
export function personalColumns(
  { program, catalog }: EvidenceContext,
  taken: readonly Taken[],
): ReadonlySet<string> | null {
  const columns = new Set<string>();
  for (const { outflow, site, call } of taken) {
    if (!outflow.part.categories.some((one) => isPersonal(catalog, one))) continue;
    const facts = program.facts(site.file);
    const at = keyOfPlace(outflow.place);
    const found =
      facts === null ? undefined : columnsOf(site.file, facts, call).find(({ key }) => key === at);
    if (found === undefined) return null;
    columns.add(found.column);
  }
  return columns;
}

/** What a call puts into which column: by objects in its arguments, and by names that stand for one. */
export function columnsOf(file: string, facts: FileFacts, call: CallFact): readonly ColumnValue[] {
  return call.args.flatMap(({ value }) => columnsIn(file, facts, value, null, 0));
}

function columnsIn(
  file: string,
  facts: FileFacts,
  value: Expression,
  column: string | null,
  depth: number,
): readonly ColumnValue[] {
  if (depth > deepest) return [];
  const inner = (of: Expression, at = column): readonly ColumnValue[] =>
    columnsIn(file, facts, of, at, depth + 1);
  if (value.kind === 'array') return value.items.flatMap((item) => inner(item.value));
  if (value.kind === 'name') {
    const bound = facts.bindings[value.binding];
    return bound?.value == null || bound.writes.length > 0 ? [] : inner(bound.value);
  }
  if (value.kind !== 'object') return [];
  return value.entries.flatMap((entry): readonly ColumnValue[] => {
    if (entry.key === null) return inner(entry.value);
    if (entry.key.kind !== 'text') return [];
    const name = column ?? (wrapping.test(entry.key.text) ? null : entry.key.text);
    const key = keyOfPlace(placeOf(file, facts.lineStarts, entry.key.span));
    const own = name === null ? [] : [{ column: plainColumn(name), key, value: entry.value }];
    return [...own, ...inner(entry.value, name)];
  });
}

/** `buyerName` of the code and `buyer_name` of a statement are one column. */
export function plainColumn(name: string): string {
  return name
    .replace(/^.*\./, '')
    .replace(/["'`_-]/g, '')
    .toLowerCase();
}
