import { ruleInfos } from '@leastscope/analyzer';
import { loadCatalog } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import { catalog as small, rules } from '../../../test/samples.js';
import { schemaMistakes } from '../../../test/schemas.js';
import { plainLayout } from '../../text/layout.js';
import { findPage } from './find-page.js';
import { printPage, type Page } from './page.js';
import { entriesOf, entryKinds, searchEntries } from './entries.js';
import { entriesAsText, explainAsJson, foundAsText } from './print-entries.js';

function explain(topic: string): string {
  const answer = findPage(topic, rules, small);
  if (answer.kind === 'unknown') return `unknown: ${answer.nearest.join(', ')}`;
  if (answer.kind === 'found') return foundAsText(topic, answer.entries, plainLayout);
  return answer.pages.map((page) => printPage(page, plainLayout)).join('---\n');
}

describe('explain', () => {
  it('an endpoint of which any scope is enough, where the catalog infers it', () => {
    expect(explain('POST /return_refund/202309/returns')).toMatchInlineSnapshot(`
      "POST /return_refund/202309/returns
      endpoint, writes, takes seller tokens

      Title of POST /return_refund/202309/returns

      Needs any one of seller.return_refund.basic, seller.fulfillment.basic. This is inferred from a sibling, not documented.

      Called for:
        order.order (business data)

      Comes along:
        buyer.contact (personal data)

      inferred, 2026-01-02
      test
      "
    `);
  });

  it('a scope', () => {
    expect(explain('seller.fulfillment.basic')).toMatchInlineSnapshot(`
      "seller.fulfillment.basic
      scope, open to every app, reads

      Title of seller.fulfillment.basic

      What it is for.

      Opens these endpoints:
        POST /return_refund/202309/returns (or seller.return_refund.basic) (inferred)

      Opens data of these categories:
        buyer.contact (personal data)
        order.order (business data)

      documented, 2026-01-02
      test
      "
    `);
  });

  it('the same endpoint by host, concrete path or small letters', () => {
    const page = explain('POST /order/202309/orders/search');
    expect(explain('post https://open-api.tiktokglobalshop.com/order/202309/orders/search')).toBe(page);
    expect(explain('/order/202309/orders/search')).toBe(page);
  });

  it.each([
    ['mising-scope', 'missing-scope'],
    ['seller.order.infos', 'seller.order.info'],
    ['buyer.contacts', 'buyer.contact'],
    ['POST /order/202309/order/search', 'POST /order/202309/orders/search'],
    ['bananas', ''],
  ])('%s is unknown; near: %s', (topic, nearest) => {
    expect(explain(topic)).toBe(`unknown: ${nearest}`);
  });
});

it('has a page for everything the real catalog and the real rules name', () => {
  const catalog = loadCatalog();
  const topics = [
    '105005',
    ...ruleInfos.map(({ id }) => id),
    ...catalog.scopeByKey.keys(),
    ...catalog.categoryById.keys(),
    ...catalog.purposeByKind.keys(),
    ...catalog.endpointById.keys(),
    ...catalog.legacyById.keys(),
    ...catalog.webhooks.map(({ type }) => `webhook ${type}`),
  ];
  const pages: Page[] = [];
  for (const topic of topics) {
    const answer = findPage(topic, ruleInfos, catalog);
    const titles = answer.kind === 'pages' ? answer.pages.map(({ title }) => title) : [];
    expect(titles, topic).toContain(topic);
    if (answer.kind === 'pages') pages.push(...answer.pages);
  }
  const printed = JSON.parse(explainAsJson({ pages, entries: [] })) as object;
  expect(schemaMistakes('explain', printed)).toBeNull();
  expect(schemaMistakes('explain', { ...printed, entries: [{ kind: 'stars' }] })).not.toBeNull();
});

describe('of the real catalog', () => {
  const catalog = loadCatalog();
  const pageOf = (topic: string): string => {
    const answer = findPage(topic, ruleInfos, catalog);
    return answer.kind === 'pages'
      ? answer.pages.map((page) => printPage(page, plainLayout)).join('')
      : answer.kind;
  };

  it('a webhook, by its type alone too', () => {
    expect(pageOf('6')).toBe(pageOf('webhook 6'));
    expect(pageOf('webhook 2')).toMatchInlineSnapshot(`
      "webhook 2
      webhook, of a seller

      Reverse status update

      Its event is called REVERSE_STATUS_UPDATE.

      The platform does not say which scope it needs, so nothing is claimed of it. Whose data it is suggests seller.return_refund.basic.

      Brings data of these categories:
        buyer.aftersale (personal data)
        order.reference (business data)
        seller.identity (business data)

      Its payload:
        shop_id                    seller.identity (business data)
        data.order_id              order.reference (business data)
        data.update_time           order.reference (business data)
        data.reverse_order_id      buyer.aftersale (personal data)
        data.reverse_order_status  buyer.aftersale (personal data)
        data.reverse_type          buyer.aftersale (personal data)
        data.reverse_user          buyer.aftersale (personal data)
        data.reverse_event_type    buyer.aftersale (personal data)

      unknown, 2026-07-21
      event_type list of Update Shop Webhook (https://partner.tiktokshop.com/docv2/page/update-shop-webhook-202309)
      type id 2: thienphung00/Juli-AI:docs/integrations/tiktok_api/webhooks.md@709dae7d
      "
    `);
  });

  it('a word is searched in everything', () => {
    const found = searchEntries('order', ruleInfos, catalog);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(
      new Set(['scopes', 'endpoints', 'categories', 'purposes', 'webhooks']),
    );
    expect(searchEntries('order statement', ruleInfos, catalog).map(({ name }) => name))
      .toMatchInlineSnapshot(`
      [
        "GET /finance/202309/orders/{order_id}/statement_transactions",
        "GET /finance/202501/orders/{order_id}/statement_transactions",
      ]
    `);
    expect(foundAsText('blind box', searchEntries('blind box', ruleInfos, catalog), plainLayout))
      .toMatchInlineSnapshot(`
      "blind box
      named nowhere exactly; found in 2 names and titles

      endpoints:
        POST /order/202511/orders/blind_box_result/callback  seller.order.info  Update The Blind Box Opening Results
        POST /order/202605/orders/blind_box_result/callback  seller.order.info  Update The Blind Box Opening Results
      "
    `);
  });

  it('lists every kind, as text and as JSON, and explains each name of a list', () => {
    for (const kind of entryKinds) {
      const entries = entriesOf(kind, ruleInfos, catalog);
      expect(entriesAsText(entries, plainLayout).split('\n')).toHaveLength(entries.length + 1);
      const printed: unknown = JSON.parse(explainAsJson({ pages: [], entries }));
      expect(printed).toEqual({ schemaVersion: 1, pages: [], entries });
      expect(schemaMistakes('explain', printed)).toBeNull();
      for (const { name } of entries) expect(findPage(name, ruleInfos, catalog).kind, name).toBe('pages');
    }
  });
});
