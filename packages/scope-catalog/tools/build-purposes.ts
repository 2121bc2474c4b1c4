import type { CategoryId, Purpose } from '@leastscope/scope-catalog';
import { purposeReadings } from './corrections/purposes.js';
import type { PurposeReading } from './corrections/purposes.js';
import { compareText } from './family.js';
import { cell, listOf } from './read-table.js';
import type { Row } from './read-table.js';
import { dateOf } from './source-dates.js';

export function buildPurposes(rows: readonly Row[], categories: readonly CategoryId[]): readonly Purpose[] {
  return rows.map((row) => purposeOf(row, categories)).sort((a, b) => compareText(a.kind, b.kind));
}

function purposeOf(row: Row, categories: readonly CategoryId[]): Purpose {
  const kind = cell(row, 'id');
  const reading = purposeReadings[kind];
  if (!reading)
    throw new Error(`The rationale of purpose ${kind} has not been read into corrections/purposes.ts`);
  const needs = listOf(cell(row, 'needs_categories'));
  const source = cell(row, 'source');
  return {
    kind,
    title: cell(row, 'title'),
    definition: cell(row, 'definition'),
    dpvPurpose: cell(row, 'dpv_purpose'),
    fidesDataUse: cell(row, 'fides_data_use'),
    needs: [...needs].sort(),
    optional: [...reading.optional].sort(),
    never: neverOf(reading, needs, categories),
    access: reading.access,
    operations: reading.operations,
    advice: reading.advice,
    source,
    date: dateOf(source),
  };
}

/** A wildcard means all of them but those that the purpose needs or may take. */
function neverOf(
  { never, optional }: PurposeReading,
  needs: readonly CategoryId[],
  categories: readonly CategoryId[],
): readonly CategoryId[] {
  const allowed = [...needs, ...optional];
  const ids = never.flatMap((name) => (name.endsWith('*') ? expand(name, categories, allowed) : [name]));
  return [...new Set(ids)].sort();
}

function expand(
  name: string,
  categories: readonly CategoryId[],
  allowed: readonly CategoryId[],
): readonly CategoryId[] {
  const prefix = name.slice(0, -1);
  return categories.filter((id) => id.startsWith(prefix) && !allowed.includes(id));
}
