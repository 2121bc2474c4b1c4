import type { Confidence, Field, Principal, Webhook } from '@leastscope/scope-catalog';
import { webhookEndpoint } from '@leastscope/scope-catalog';
import { groupByEndpoint } from './build-fields.js';
import { addedWebhooks, eventNames } from './corrections/webhooks.js';
import type { AddedWebhook } from './corrections/webhooks.js';
import { cell, listOf, oneOf } from './read-table.js';
import type { Row } from './read-table.js';
import { dateOf } from './source-dates.js';

/** A topic before its payload is known. */
type BareWebhook = Omit<Webhook, 'data' | 'categories'> & { readonly also: readonly string[] };

export function buildWebhooks(rows: readonly Row[], payloads: readonly Field[]): readonly Webhook[] {
  const payloadOf = groupByEndpoint(payloads);
  return [...rows.map(webhookOf), ...addedWebhooks.map(addedWebhook)]
    .map((row) => withPayload(row, payloadOf.get(webhookEndpoint(row.type)) ?? []))
    .sort((a, b) => a.type - b.type);
}

function webhookOf(row: Row): BareWebhook {
  const type = Number(cell(row, 'type_id'));
  const scopes = listOf(cell(row, 'scope'));
  const corrected = eventNames.find(({ types }) => types.includes(type));
  const source = [cell(row, 'source'), ...(corrected ? [`event name: ${corrected.source}`] : [])].join(' | ');
  return {
    type,
    event: cell(row, 'event_type'),
    eventConfidence: corrected?.confidence ?? eventConfidenceIn(cell(row, 'event_type_confidence')),
    title: cell(row, 'name'),
    group: cell(row, 'group'),
    principal: principalIn(cell(row, 'principal')),
    scopes,
    scopeConfidence: confidenceIn(cell(row, 'scope_confidence'), scopes.length > 0),
    likelyScope: cell(row, 'likely_scope') || null,
    also: [],
    source,
    date: dateOf(source),
  };
}

function addedWebhook(row: AddedWebhook): BareWebhook {
  const { type, event, eventConfidence, title, group, principal, also, source } = row;
  const unknownScope = { scopes: [], scopeConfidence: 'unknown', likelyScope: null } as const;
  const named = { type, event, eventConfidence, title, group, principal };
  return { ...named, ...unknownScope, also, source, date: dateOf(source) };
}

function eventConfidenceIn(text: string): Webhook['eventConfidence'] {
  return text === '' ? null : oneOf(['documented', 'single-source'], text);
}

/** "not stated" and "documented by title only" leave the key open: nothing may be claimed from them. */
function confidenceIn(text: string, hasScope: boolean): Confidence {
  return hasScope ? oneOf(['documented', 'multi-source', 'single-source', 'inferred'], text) : 'unknown';
}

function principalIn(text: string): Principal | null {
  return text === '' ? null : oneOf(['seller', 'creator', 'partner'], text);
}

function withPayload({ also, source, date, ...row }: BareWebhook, payload: readonly Field[]): Webhook {
  if (payload.length === 0) throw new Error(`Webhook ${String(row.type)} has no payload`);
  const categories = [...new Set([...payload.map(({ category }) => category), ...also])].sort();
  const data = payload.map(({ path }) => path).filter((path) => path !== '*');
  return { ...row, data, categories, source, date };
}
