import type { CategoryId, Confidence, Field, Principal, Webhook } from '@leastscope/scope-catalog';
import { webhookCategories } from './corrections/webhooks.js';
import { cell, listOf, oneOf } from './read-table.js';
import type { Row } from './read-table.js';
import { dateOf } from './source-dates.js';

export function buildWebhooks(rows: readonly Row[], fields: readonly Field[]): readonly Webhook[] {
  return rows.map((row) => webhookOf(row, fields)).sort((a, b) => a.type - b.type);
}

function webhookOf(row: Row, fields: readonly Field[]): Webhook {
  const type = Number(cell(row, 'type_id'));
  const scopes = listOf(cell(row, 'scope'));
  const source = cell(row, 'source');
  return {
    type,
    event: cell(row, 'event_type'),
    title: cell(row, 'name'),
    group: cell(row, 'group'),
    principal: principalIn(cell(row, 'principal')),
    data: partsOf(cell(row, 'data')),
    scopes,
    scopeConfidence: confidenceIn(cell(row, 'scope_confidence'), scopes.length > 0),
    likelyScope: cell(row, 'likely_scope') || null,
    categories: categoriesOf(type, fields),
    source,
    date: dateOf(source),
  };
}

/** "not stated" and "documented by title only" leave the key open: nothing may be claimed from them. */
function confidenceIn(text: string, hasScope: boolean): Confidence {
  return hasScope ? oneOf(['documented', 'multi-source', 'single-source', 'inferred'], text) : 'unknown';
}

function principalIn(text: string): Principal | null {
  return text === '' ? null : oneOf(['seller', 'creator', 'partner'], text);
}

/** The data column is a list with commas, except inside brackets. */
function partsOf(text: string): readonly string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function categoriesOf(type: number, fields: readonly Field[]): readonly CategoryId[] {
  const own = fields.filter(({ endpoint }) => endpoint.startsWith(`WEBHOOK /webhook/${String(type)}-`));
  const categories = own.length > 0 ? own.map(({ category }) => category) : webhookCategories[type];
  if (!categories)
    throw new Error(`Webhook ${String(type)} has no fields and no row in corrections/webhooks.ts`);
  return [...new Set(categories)].sort();
}
