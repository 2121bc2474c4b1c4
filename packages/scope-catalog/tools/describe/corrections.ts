import { addedEndpoints } from '../corrections/added-endpoints.js';
import { addedCategories } from '../corrections/categories.js';
import { fieldCorrections } from '../corrections/fields/index.js';
import { primaryCorrections } from '../corrections/primary-categories.js';
import { purposeChanges } from '../corrections/purposes/changes.js';
import { aliasRows, packageIds, scopeConfidences, withoutEndpoint } from '../corrections/scopes.js';
import { meantEndpoints } from '../corrections/sdk-calls.js';
import { addedPayloadFields, addedWebhooks, eventNames } from '../corrections/webhooks.js';
import { code, table } from './table.js';

type Line = readonly [row: string, correction: string, reason: string];

export function corrections(): string {
  return table(
    ['row', 'correction', 'reason'],
    [...endpointLines(), ...scopeLines(), ...webhookLines(), ...otherLines()],
  );
}

function endpointLines(): readonly Line[] {
  return addedEndpoints.map(({ method, path, reason }) => [code(`${method} ${path}`), 'added', reason]);
}

function scopeLines(): readonly Line[] {
  const misspelt = 'The platform spells the key so; the other spelling is in no token.';
  return [
    ...Object.entries(aliasRows).map(([alias, key]): Line => [
      code(alias),
      `an alias of ${code(key)}`,
      misspelt,
    ]),
    ...Object.entries(withoutEndpoint).map(([key, reason]): Line => [
      code(key),
      'kept without endpoint',
      reason,
    ]),
    ...Object.entries(packageIds).map(([key, { id, reason }]): Line => [
      code(key),
      `package id ${id}`,
      reason,
    ]),
    ...scopeConfidences.map(({ endpoints, confidence, reason }): Line => [
      code(`${endpoints}…`),
      `scope ${confidence}`,
      reason,
    ]),
  ];
}

function webhookLines(): readonly Line[] {
  return [
    ...addedWebhooks.map(({ type, reason }): Line => [`webhook ${String(type)}`, 'added', reason]),
    ...eventNames.map(({ types, confidence, reason }): Line => [
      `webhooks ${types.join(', ')}`,
      `name: ${confidence}`,
      reason,
    ]),
    ...addedPayloadFields.map(({ type, path, reason }): Line => [
      `webhook ${String(type)}`,
      `${code(path)} added`,
      reason,
    ]),
  ];
}

function otherLines(): readonly Line[] {
  return [
    ...addedCategories.map(({ id, reason }): Line => [code(id), 'category added', reason]),
    ...Object.entries(meantEndpoints).map(([call, { endpoint, reason }]): Line => [
      `${code(call)} of ${code('tiktok-shop-sdk')}`,
      `means ${code(endpoint)}`,
      reason,
    ]),
  ];
}

/** Fields that the table has otherwise, lacks, or names though no answer has them. */
export function fieldLines(): string {
  return table(
    ['endpoints', 'fields', 'reason'],
    fieldCorrections.map(({ endpoints, direction, holds = {}, gone = [], reason }) => [
      endpoints.map(code).join('<br>'),
      [
        ...Object.entries(holds).map(
          ([path, category]) => `${fieldName(path, direction)}: ${code(category)}`,
        ),
        ...gone.map((path) => `${fieldName(path, direction)}: no such field`),
      ].join('<br>'),
      reason,
    ]),
  );
}

function fieldName(path: string, direction: 'response' | 'request' | undefined): string {
  return direction === 'request' ? `request ${code(path)}` : code(path);
}

/** Where a purpose takes something else than its source says. */
export function purposeLines(): string {
  return table(
    ['purposes', 'answer', 'categories', 'because'],
    purposeChanges.map(({ kinds, categories, answer, reason }) => [
      kinds === '*' ? 'all' : kinds.map(code).join(', '),
      answer,
      categories.map(code).join(', '),
      reason,
    ]),
  );
}

export function primary(): string {
  return table(
    ['operations', 'called for', 'because'],
    primaryCorrections.map(({ families, primary: categories, reason }) => [
      families.map(code).join('<br>'),
      categories.map(code).join(', '),
      reason,
    ]),
  );
}
