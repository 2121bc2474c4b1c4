import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../src/index.js';
import type { CatalogData, Field, Purpose } from '../src/types.js';
import { validateCatalog } from '../src/validate.js';
import { category, endpoint, field, scope, tinyData } from './tiny-catalog.js';

const good = endpoint('GET /shop/202309/things/{thing_id}', {
  sdk: { className: 'ShopV202309Api', method: 'ThingsThingIdGet' },
});
const origin = { source: 'typed in', date: '2026-01-01' };

function kinds(changes: Partial<CatalogData>, fields: readonly Field[] = []): readonly string[] {
  return validateCatalog(tinyData({ endpoints: [good], ...changes }), fields).map(({ kind }) => kind);
}

function sibling(id: string, changes = {}): CatalogData['endpoints'] {
  const { method, path } = endpoint(id);
  const name = path.split('/').slice(3).join('_');
  const pascal = name
    .replace(/[{}]/g, '')
    .replace(/(^|_)(\w)/g, (_all, _gap, letter: string) => letter.toUpperCase());
  const verb = method.charAt(0) + method.slice(1).toLowerCase();
  const version = path.split('/')[2] ?? '';
  return [
    good,
    endpoint(id, { sdk: { className: `ShopV${version}Api`, method: `${pascal}${verb}` }, ...changes }),
  ];
}

const purpose: Purpose = {
  kind: 'testing',
  title: '',
  definition: '',
  dpvPurpose: '',
  fidesDataUse: '',
  needs: ['thing'],
  optional: [],
  never: [],
  access: ['read'],
  operations: [],
  advice: '',
  ...origin,
};

describe('validateCatalog', () => {
  it('finds nothing wrong with a whole catalog', () => {
    expect(kinds({}, [field(good.id, '*', 'thing')])).toEqual([]);
  });

  it('finds nothing wrong with what ships', () => {
    const catalog = loadCatalog();
    expect(validateCatalog(catalog, catalog.fields())).toEqual([]);
  });

  it.each<readonly [string, Partial<CatalogData>, readonly string[]]>([
    [
      'an endpoint without scope that is not marked as a gap',
      { endpoints: sibling('GET /shop/202309/parts', { scopes: [] }) },
      ['endpoint-without-scope'],
    ],
    [
      'a gap that lists scopes',
      { endpoints: sibling('GET /shop/202309/parts', { scopeConfidence: 'unknown' }) },
      ['endpoint-without-scope'],
    ],
    [
      'a scope key that is none',
      { endpoints: sibling('GET /shop/202309/parts', { scopes: ['seller.thing.inof'] }) },
      ['unknown-scope'],
    ],
    [
      'a scope for nothing',
      { scopes: [scope('seller.thing.info'), scope('seller.dream.info')] },
      ['orphan-scope'],
    ],
    [
      'an excuse that no longer holds',
      { scopes: [scope('seller.thing.info', { noEndpoint: 'only in a guide' })] },
      ['orphan-scope'],
    ],
    [
      'an unknown category',
      {
        endpoints: sibling('GET /shop/202309/parts', {
          categories: { primary: ['part'], incidental: [], sent: [] },
        }),
      },
      ['unknown-category'],
    ],
    [
      'an endpoint called for nothing',
      {
        endpoints: sibling('GET /shop/202309/parts', {
          categories: { primary: [], incidental: [], sent: [] },
        }),
      },
      ['endpoint-without-category'],
    ],
    [
      'two templates of one shape',
      { endpoints: sibling('GET /shop/202309/things/{id}') },
      ['ambiguous-template'],
    ],
    [
      'two templates of which neither is the more specific',
      {
        endpoints: [
          ...sibling('GET /shop/202309/things/{thing_id}/parts'),
          ...sibling('GET /shop/202309/things/all/{kind}').slice(1),
        ],
      },
      ['ambiguous-template'],
    ],
    [
      'versions of one operation with different scopes',
      {
        endpoints: sibling('GET /shop/202405/things/{thing_id}', { scopes: ['seller.other.info'] }),
        scopes: [scope('seller.thing.info'), scope('seller.other.info')],
      },
      ['family-scopes-differ'],
    ],
    [
      'a replacement that does not exist',
      { endpoints: sibling('GET /shop/202309/parts', { replacedBy: 'GET /shop/202501/parts' }) },
      ['unknown-endpoint'],
    ],
    ['two rows of one key', { endpoints: [good, good] }, ['duplicate']],
    [
      'an alias that is a scope',
      { scopeAliases: [{ alias: 'seller.thing.info', key: 'seller.thing.info', reason: '', ...origin }] },
      ['duplicate'],
    ],
    ['a row without source', { scopes: [scope('seller.thing.info', { source: '' })] }, ['no-provenance']],
    [
      'a purpose that forbids what it needs',
      { purposes: [{ ...purpose, never: ['thing'] }] },
      ['category-conflict'],
    ],
    [
      'a purpose that names its needs twice',
      { purposes: [{ ...purpose, optional: ['thing'] }] },
      ['category-conflict'],
    ],
    [
      'a composite of something unknown',
      { categories: [{ ...category('thing'), holds: ['soul'] }] },
      ['unknown-category'],
    ],
    [
      'a library call to nowhere, of no package',
      { sdkCalls: [{ package: 'lib', owner: '', method: 'go', endpoint: 'GET /nowhere', ...origin }] },
      ['unknown-endpoint', 'unknown-package'],
    ],
    [
      'an SDK name against the rule',
      { endpoints: [{ ...good, sdk: { className: 'ShopV202309Api', method: 'GetThing' } }] },
      ['name-mismatch'],
    ],
  ])('catches %s', (_what, changes, expected) => {
    expect(kinds(changes)).toEqual(expected);
  });

  it('catches a scope that opens no data', () => {
    const empty = { ...good, categories: { primary: [], incidental: [], sent: [] } };
    expect(kinds({ endpoints: [empty] })).toEqual(['endpoint-without-category', 'scope-without-category']);
  });

  it.each([
    ['of an unknown category', [field(good.id, '*', 'soul')], ['unknown-category']],
    ['of an unknown endpoint', [field('GET /nowhere', '*', 'thing')], ['unknown-endpoint']],
    ['without the rest of the response', [field(good.id, 'data.id', 'thing')], ['rest-row']],
    ['of an unknown webhook', [field('WEBHOOK /webhook/9-x', '*', 'thing')], ['unknown-endpoint']],
  ])('catches fields %s', (_what, fields, expected) => {
    expect(kinds({}, fields)).toEqual(expected);
  });
});
