import type { EndpointId, LegacyEndpoint } from '@leastscope/scope-catalog';
import { legacyNotes } from './corrections/legacy-notes.js';
import { compareText } from './family.js';
import { cell, listOf, oneOf } from './read-table.js';
import type { Row } from './read-table.js';
import { dateOf } from './source-dates.js';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const confidences = ['documented', 'multi-source', 'single-source', 'inferred', 'unknown'] as const;

export function buildLegacyEndpoints(
  rows: readonly Row[],
  known: ReadonlySet<EndpointId>,
): readonly LegacyEndpoint[] {
  return rows
    .map((row) => legacyOf(row, known))
    .sort((a, b) => compareText(a.path, b.path) || compareText(a.id, b.id));
}

function legacyOf(row: Row, known: ReadonlySet<EndpointId>): LegacyEndpoint {
  const method = oneOf(methods, cell(row, 'method'));
  const path = cell(row, 'path');
  const [replacement = null, ...others] = replacementsOf(row, known);
  const source = cell(row, 'source');
  return {
    id: `${method} ${path}`,
    method,
    path,
    title: cell(row, 'operation'),
    access: oneOf(['read', 'write'], cell(row, 'access')),
    confidence: oneOf(confidences, cell(row, 'confidence')),
    replacement,
    ...(others.length > 0 ? { otherReplacements: others } : {}),
    note: noteOf(cell(row, 'note')),
    source,
    date: dateOf(source),
  };
}

/** The table's notes are working notes; what people read is a sentence, or nothing. */
function noteOf(note: string): string {
  if (note === '') return '';
  const sentence = legacyNotes[note];
  if (sentence === undefined) throw new Error(`No sentence in corrections/legacy-notes.ts for: ${note}`);
  return sentence;
}

/** One old call may have become several; the table writes them in one cell, token calls with their host. */
function replacementsOf(row: Row, known: ReadonlySet<EndpointId>): readonly EndpointId[] {
  const paths = listOf(cell(row, 'replacement_path')).map((path) => path.replace(/^https:\/\/[^/]+/, ''));
  const ids = paths.map((path) => `${cell(row, 'replacement_method')} ${path}`);
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined)
    throw new Error(`${cell(row, 'path')} is replaced by ${missing}, which is no endpoint`);
  return ids;
}
