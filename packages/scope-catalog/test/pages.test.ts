import { describe, expect, it } from 'vitest';
import { comparePages, mergePages } from '../tools/pages/compare-pages.js';
import { pageIn } from '../tools/pages/page.js';
import { seenReader } from '../tools/seen-in.js';
import { seenOnPages } from '../tools/pages/seen-on-pages.js';
import { endpoint, field, tinyData } from './tiny-catalog.js';

const meta = {
  method: 1,
  interface_path: '/shop/202309/things/{thing_id}/search',
  title: 'Search Things',
  scope_list: [{ scope_key: 'seller.thing.info' }],
  request_header_param: [{ name: 'x-tts-access-token', desc: 'The seller token, when user_type = 0.' }],
  request_query_param: [{ name: 'page_size', type: 'int' }],
  request_body_param: [
    { name: 'filters', type: 'object' },
    { name: '^ids', type: '[]string' },
  ],
  response_param: [
    { name: 'data', type: 'object' },
    { name: '^things', type: '[]object' },
    { name: '^^id', type: 'string' },
    { name: '^^parts', type: '[]object' },
    { name: '^^^name', type: 'string' },
    { name: '^total_count', type: 'int' },
  ],
};
const page = {
  endpoint: 'POST /shop/202309/things/{thing_id}/search',
  title: 'Search Things',
  scopes: ['seller.thing.info'],
  tokens: ['seller'],
  responseFields: ['data.things[].id', 'data.things[].parts[].name', 'data.total_count'],
  requestFields: ['path.thing_id', 'query.page_size', 'filters.ids[]'],
} as const;

describe('pageIn', () => {
  it('reads names and keys of both shapes of saved pages', () => {
    expect(pageIn({ document_api_meta: meta })).toEqual(page);
    expect(pageIn({ meta: {}, detail: { document_api_meta: meta } })).toEqual(page);
    const answer = { method: 'document-api-meta', ok: true, body: { data: { document_api_meta: meta } } };
    expect(pageIn(answer)).toEqual(page);
  });

  it.each([[null], [[]], ['text'], [{}], [{ document_api_meta: { ...meta, method: 9 } }], [{ detail: 7 }]])(
    'takes %j for no page',
    (json) => {
      expect(pageIn(json)).toBeNull();
    },
  );

  it('bears what is not of the form that it should be', () => {
    const odd = { document_api_meta: { ...meta, scope_list: 'all', response_param: [null, { name: 5 }] } };
    expect(pageIn(odd)?.scopes).toEqual([]);
  });
});

describe('comparePages', () => {
  const own = endpoint(page.endpoint);
  const differences = (changes = {}, fields = [field(page.endpoint, 'data.things[].id', 'thing')]) =>
    comparePages(tinyData({ endpoints: [{ ...own, ...changes }] }), fields, [page]).map(({ what }) => what);

  it('finds nothing where catalog and page agree', () => {
    expect(differences()).toEqual([]);
  });

  it('finds other scopes, other tokens, fields that are not there, and endpoints that the catalog lacks', () => {
    expect(differences({ scopes: ['seller.other.info'] })).toEqual(['scopes']);
    expect(differences({ tokens: ['creator'] })).toEqual(['tokens']);
    expect(differences({}, [field(page.endpoint, 'data.orders[].id', 'thing')])).toEqual(['field']);
    expect(comparePages(tinyData(), [], [page]).map(({ what }) => what)).toEqual(['missing endpoint']);
  });

  it('takes what any of several copies says', () => {
    const second = { ...page, scopes: ['seller.other.info'] };
    expect(mergePages([page, second]).map(({ scopes }) => scopes)).toEqual([
      ['seller.thing.info', 'seller.other.info'],
    ]);
  });
});

describe('seenOnPages', () => {
  it('lists the catalog’s own places that pages have and the OpenAPI set has not', () => {
    const fields = [
      field(page.endpoint, '*', 'thing'),
      field(page.endpoint, 'data.things[].id', 'thing'),
      field(page.endpoint, 'data.total_count', 'thing'),
      field(page.endpoint, 'data.nothing', 'thing'),
    ];
    const set = [{ endpoint: page.endpoint, responseFields: ['data.total_count'], requestFields: [] }];
    expect(seenOnPages(fields, [page], set)).toBe(
      `endpoint\tdirection\tpath\n${page.endpoint}\tresponse\tdata.things[].id\n`,
    );
  });
});

it('a row that only the set is said to have, and that it has not, gets no excuse', () => {
  const operation = {
    method: 'GET',
    path: '/shop/202309/things',
    operation: 'Get Things',
    responseFields: ['data.id'],
    requestFields: [],
  };
  const seen = seenReader([operation], []);
  const from = (source: string) => ({ ...field('GET /shop/202309/things', 'data.name', 'thing'), source });
  const set = 'npm:@tts-open-toolkit/cli@0.1.7:skills/tts-openapi-guide/references/oas/paths/shop.json';
  expect(seen(from(set)).seenIn).toBeUndefined();
  expect(seen(from('somebody’s text')).seenIn).toBe('third-party');
  expect(seen({ ...from(set), endpoint: 'GET /shop/202309/others' }).seenIn).toBe('third-party');
});
