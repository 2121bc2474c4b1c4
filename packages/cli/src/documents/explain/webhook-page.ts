import { payloadFieldsOfWebhook, type Catalog, type Webhook } from '@leastscope/scope-catalog';
import { describeCategory, sourcesOf } from './describe.js';
import type { Page } from './page.js';

export function webhookPage(webhook: Webhook, catalog: Catalog): Page {
  const { type, title, group, principal, data, categories } = webhook;
  const held = new Map(payloadFieldsOfWebhook(catalog, type).map(({ path, category }) => [path, category]));
  return {
    title: `webhook ${type}`,
    subtitle: ['webhook', group, principal === null ? '' : `of a ${principal}`]
      .filter((part) => part !== '')
      .join(', '),
    paragraphs: [title, eventSentence(webhook), scopeSentence(webhook)],
    lists: [
      {
        title: 'Brings data of these categories',
        items: categories.map((id) => [describeCategory(id, catalog)]),
      },
      {
        title: 'Its payload',
        items: data.map((path) => {
          const category = held.get(path);
          return [path, category === undefined ? '' : describeCategory(category, catalog)];
        }),
      },
    ],
    sources: sourcesOf(webhook, webhook.scopeConfidence),
  };
}

function eventSentence({ event, eventConfidence }: Webhook): string {
  if (event === '') return '';
  return eventConfidence === 'guess'
    ? `Its event may be called ${event}; that name is a guess.`
    : `Its event is called ${event}.`;
}

function scopeSentence({ scopes, likelyScope }: Webhook): string {
  if (scopes.length > 0) return `Needs ${scopes.join(', ')}.`;
  const likely = likelyScope === null ? '' : ` Whose data it is suggests ${likelyScope}.`;
  return `The platform does not say which scope it needs, so nothing is claimed of it.${likely}`;
}
