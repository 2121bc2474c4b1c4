import { answerOfPurpose, loadCatalog } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import { rowOf, shapeOfPath } from './kind-of-call.js';
import { kindsOfCalls } from './kinds-of-calls.js';
import { kindOfWebhook } from './kind-of-webhook.js';

const catalog = loadCatalog();
const api = catalog.endpoints.filter(({ host }) => host !== 'auth');

describe('the kinds of calls', () => {
  it('speak for every endpoint of the catalog', () => {
    expect(api.length).toBeGreaterThan(500);
    const left = api.filter(({ method, path }) => rowOf(shapeOfPath(method, path)) === null);
    expect(left.map(({ id }) => id)).toEqual([]);
  });

  it('are kinds that take what the call is made for, and may do it', () => {
    const refused = api.flatMap(({ id, method, path, access, categories }) => {
      const kind = rowOf(shapeOfPath(method, path))?.kind ?? '';
      const never = categories.primary.every((one) => answerOfPurpose(catalog, kind, one) === 'never');
      const mayNot = access === 'write' && catalog.purposeByKind.get(kind)?.access.includes('write') !== true;
      return (categories.primary.length > 0 && never) || mayNot ? [`${id} ${kind}`] : [];
    });
    expect(refused).toEqual([]);
  });

  it('have no row that an earlier one hides, but for calls that the catalog lacks', () => {
    const used = new Set(api.map(({ method, path }) => rowOf(shapeOfPath(method, path))));
    expect(kindsOfCalls.filter((row) => !used.has(row)).map(({ calls }) => calls.source)).toEqual([
      String.raw` \/[\w/]*\/reviews(?:\/|$)`,
    ]);
  });

  it('name kinds of the catalog only', () => {
    const named = kindsOfCalls.flatMap(({ kind, here = [], anywhere = [] }) => [kind, ...here, ...anywhere]);
    expect(named.filter((kind) => !catalog.purposeByKind.has(kind))).toEqual([]);
  });

  it('take paths of the first generation and slips for what they are meant for', () => {
    expect(shapeOfPath('GET', '/api/products/details')).toBe('GET /product/products/details');
    expect(shapeOfPath('GET', '/product/2309/brands')).toBe('GET /product/brands');
    expect(shapeOfPath('GET', '/product/202309/products/')).toBe('GET /product/products/{}');
    expect(shapeOfPath('POST', '/api/v2/token/get')).toBe('POST /api/token/get');
  });
});

it('every webhook has a kind, of those that calls speak for where one is meant', () => {
  const kinds = catalog.webhooks.map(
    ({ type }) => kindOfWebhook(type, new Set()) ?? `none for ${String(type)}`,
  );
  expect(kinds.filter((kind) => !catalog.purposeByKind.has(kind))).toEqual([]);
  expect(kindOfWebhook(12, new Set(['order_management']))).toBe('order_management');
  expect(kindOfWebhook(12, new Set(['returns_refunds', 'order_management']))).toBe('returns_refunds');
});
