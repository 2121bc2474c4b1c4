import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { fieldsOf, findSdkCall, loadCatalog } from '../src/index.js';
import { readOfficialSdk, type OfficialSdk } from '../tools/official-sdk/read-official-sdk.js';

const path = createRequire(import.meta.url)
  .resolve('@bilalyasin1616/tiktok-shop-api')
  .replace(/\.js$/, '.mjs');
const sdk = readOfficialSdk(readFileSync(path, 'utf8'));
const catalog = loadCatalog();

it('reads classes, methods and models', () => {
  expect(sdk.methods.length).toBeGreaterThan(200);
  expect(sdk.models.size).toBeGreaterThan(1400);
  expect(sdk.methods).toContainEqual({
    className: 'OrderV202309Api',
    method: 'OrdersSearchPost',
    endpoint: 'POST /order/202309/orders/search',
    response: 'Order202309GetOrderListResponse',
  });
});

it('names every method of the library by the rule, each with the endpoint that it sends to', () => {
  const wrong = sdk.methods.filter(({ className, method, endpoint }) => {
    const found = findSdkCall(catalog, className, method);
    return found?.fit !== 'exact' || found.id !== endpoint;
  });
  expect(wrong).toEqual([]);
});

it('names no field that the library’s models lack, but those of newer copies', () => {
  const lacking = sdk.methods.flatMap(({ endpoint, response }) => {
    const held = new Set(response === null ? [] : pathsOf(sdk, response));
    return fieldsOf(catalog, endpoint).filter(
      ({ direction, path: field }) =>
        direction === 'response' && response !== null && !field.includes('*') && !held.has(field),
    );
  });
  expect(lacking.length).toBeLessThan(30);
  // Each names the model of a newer copy, in which it stands.
  expect(lacking.filter(({ source }) => !/model\/.+\.ts@/.test(source))).toEqual([]);
});

/** `data`, `data.orders`, `data.orders[]`, `data.orders[].id` … of a model. */
function pathsOf({ models }: OfficialSdk, model: string): readonly string[] {
  const below = (type: string, at: string, around: readonly string[]): readonly string[] => {
    const item = /^Array<(.*)>$/.exec(type)?.[1];
    if (item !== undefined) return [at, ...below(item, `${at}[]`, around)];
    const properties = around.includes(type) ? [] : (models.get(type) ?? []);
    return [
      at,
      ...properties.flatMap((one) =>
        below(one.type, at === '' ? one.name : `${at}.${one.name}`, [...around, type]),
      ),
    ];
  };
  return below(model, '', []);
}
