import { ruleInfos } from '@leastscope/analyzer';
import { loadCatalog } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import { catalog as small, rules } from '../../../test/samples.js';
import { plainLayout } from '../../text/layout.js';
import { findPage } from './find-page.js';
import { printPage } from './page.js';

function explain(topic: string): string {
  const answer = findPage(topic, rules, small);
  if (answer.kind === 'unknown') return `unknown: ${answer.nearest.join(', ')}`;
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
  ];
  for (const topic of topics) {
    const answer = findPage(topic, ruleInfos, catalog);
    const titles = answer.kind === 'pages' ? answer.pages.map(({ title }) => title) : [];
    expect(titles, topic).toContain(topic);
  }
});
