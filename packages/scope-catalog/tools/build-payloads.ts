import type { Field } from '@leastscope/scope-catalog';
import { webhookEndpoint } from '@leastscope/scope-catalog';
import { addedPayloadFields } from './corrections/webhooks.js';
import { cell, oneOf } from './read-table.js';
import type { Row } from './read-table.js';
import { dateOf } from './source-dates.js';

/** The payloads of webhooks as rows of fields, in the order of the table: that of the platform's pages. */
export function buildPayloads(rows: readonly Row[]): readonly Field[] {
  return [...rows.map(payloadField), ...addedPayloadFields.map(addedField)];
}

function payloadField(row: Row): Field {
  const source = cell(row, 'source');
  return {
    endpoint: webhookEndpoint(Number(cell(row, 'type'))),
    path: cell(row, 'field path'),
    direction: 'response',
    category: cell(row, 'category'),
    confidence: oneOf(['documented', 'single-source', 'inferred'], cell(row, 'confidence')),
    source,
    date: dateOf(source),
  };
}

function addedField({
  type,
  path,
  category,
  confidence,
  source,
}: (typeof addedPayloadFields)[number]): Field {
  const endpoint = webhookEndpoint(type);
  return { endpoint, path, direction: 'response', category, confidence, source, date: dateOf(source) };
}
