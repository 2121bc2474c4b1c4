import type { EndpointId, Field } from '@leastscope/scope-catalog';
import { fieldCorrections } from './corrections/fields/index.js';
import type { FieldCorrection } from './corrections/fields/field-correction.js';
import { dateOf } from './source-dates.js';

/** The rows of one endpoint with what is known better. A correction that changes nothing is a mistake of the build. */
export function correctFields(endpoint: EndpointId, fields: readonly Field[]): readonly Field[] {
  return fieldCorrections
    .filter(({ endpoints }) => endpoints.includes(endpoint))
    .reduce((rows, correction) => corrected(endpoint, rows, correction), fields);
}

function corrected(
  endpoint: EndpointId,
  fields: readonly Field[],
  correction: FieldCorrection,
): readonly Field[] {
  const added = rowsOf(endpoint, correction);
  const replaces = (row: Field): boolean => added.some((one) => isSamePlace(one, row));
  const unchanged = added.find((one) =>
    fields.some((row) => isSamePlace(one, row) && one.category === row.category),
  );
  if (unchanged) throw new Error(`${endpoint} ${unchanged.path} holds ${unchanged.category} already`);
  const kept = withoutGone(endpoint, fields, correction);
  return [...kept.filter((row) => !replaces(row)), ...added];
}

function rowsOf(endpoint: EndpointId, correction: FieldCorrection): readonly Field[] {
  const { holds = {}, direction = 'response', confidence, source } = correction;
  return Object.entries(holds).map(([path, category]) => ({
    endpoint,
    path,
    direction,
    category,
    confidence,
    source,
    date: dateOf(source),
  }));
}

function withoutGone(
  endpoint: EndpointId,
  fields: readonly Field[],
  { gone = [], direction = 'response' }: FieldCorrection,
): readonly Field[] {
  return gone.reduce((rows, path) => {
    const kept = rows.filter((row) => row.direction !== direction || !isAtOrBelow(row.path, path));
    if (kept.length === rows.length) throw new Error(`${endpoint} has no row ${path} to take out`);
    return kept;
  }, fields);
}

function isAtOrBelow(path: string, place: string): boolean {
  return place.endsWith('.*') ? path.startsWith(place.slice(0, -1)) : path === place;
}

function isSamePlace(a: Field, b: Field): boolean {
  return a.path === b.path && a.direction === b.direction;
}
