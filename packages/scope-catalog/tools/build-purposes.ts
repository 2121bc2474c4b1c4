import type { CategoryId, Purpose } from '@leastscope/scope-catalog';
import { addedPurposes } from './corrections/purposes/added.js';
import type { AddedPurpose } from './corrections/purposes/added.js';
import { purposeChanges } from './corrections/purposes/changes.js';
import type { PurposeChange } from './corrections/purposes/changes.js';
import { gatewayPurpose } from './corrections/purposes/gateway.js';
import { purposeReadings } from './corrections/purposes/readings.js';
import { compareText } from './family.js';
import { cell, listOf } from './read-table.js';
import type { Row } from './read-table.js';
import { dateOf } from './source-dates.js';

/** A purpose before everything that it does not name is ruled out. */
type OpenPurpose = Omit<Purpose, 'never'>;

export function buildPurposes(rows: readonly Row[], categories: readonly CategoryId[]): readonly Purpose[] {
  const open = [...rows.map(purposeOf), ...[...addedPurposes, gatewayPurpose(categories)].map(addedPurpose)];
  return open
    .map((purpose) => purposeChanges.filter((change) => isFor(change, purpose)).reduce(changed, purpose))
    .map((purpose) => closed(purpose, categories))
    .sort((a, b) => compareText(a.kind, b.kind));
}

function purposeOf(row: Row): OpenPurpose {
  const kind = cell(row, 'id');
  const reading = purposeReadings[kind];
  if (!reading)
    throw new Error(
      `The rationale of purpose ${kind} has not been read into corrections/purposes/readings.ts`,
    );
  const source = cell(row, 'source');
  return {
    kind,
    title: cell(row, 'title'),
    definition: cell(row, 'definition'),
    dpvPurpose: cell(row, 'dpv_purpose'),
    fidesDataUse: cell(row, 'fides_data_use'),
    needs: listOf(cell(row, 'needs_categories')),
    optional: reading.optional,
    access: reading.access,
    operations: reading.operations,
    advice: reading.advice,
    source,
    date: dateOf(source),
  };
}

function addedPurpose(row: AddedPurpose): OpenPurpose {
  return { ...row, date: dateOf(row.source) };
}

function isFor({ kinds }: PurposeChange, { kind }: OpenPurpose): boolean {
  return kinds === '*' || kinds.includes(kind);
}

/** A source that only says "judged" proves nothing, so the row does not name it. */
function changed(purpose: OpenPurpose, { categories, answer, source, kinds }: PurposeChange): OpenPurpose {
  const others = (ids: readonly CategoryId[]): readonly CategoryId[] =>
    ids.filter((id) => !categories.includes(id));
  const isProof = kinds !== '*' && !source.startsWith('judged') && !purpose.source.includes(source);
  const sources = isProof ? `${purpose.source} | ${source}` : purpose.source;
  return {
    ...purpose,
    needs: answer === 'needs' ? [...others(purpose.needs), ...categories] : others(purpose.needs),
    optional: answer === 'optional' ? [...others(purpose.optional), ...categories] : others(purpose.optional),
    source: sources,
    date: dateOf(sources),
  };
}

/** Three answers, each category in one: what is neither needed nor optional is never part of it. */
function closed(purpose: OpenPurpose, categories: readonly CategoryId[]): Purpose {
  const { kind, title, definition, dpvPurpose, fidesDataUse, needs, optional, ...rest } = purpose;
  const named = [...needs, ...optional];
  const never = categories.filter((id) => !named.includes(id)).sort();
  const answers = { needs: [...needs].sort(), optional: [...optional].sort(), never };
  return { kind, title, definition, dpvPurpose, fidesDataUse, ...answers, ...rest };
}
