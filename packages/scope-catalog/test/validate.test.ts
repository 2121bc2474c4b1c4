import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../src/index.js';
import type { CatalogData, Field, LegacyField, Platform } from '../src/types.js';
import { validateCatalog } from '../src/validate.js';
import type { HeldSchema } from '../src/validate.js';
import {
  alternative,
  category,
  endpoint,
  field,
  purpose,
  scope,
  sink,
  tinyData,
  webhook,
} from './tiny-catalog.js';

const good = endpoint('GET /shop/202309/things/{thing_id}', {
  sdk: { className: 'ShopV202309Api', method: 'ThingsThingIdGet' },
});
const origin = { source: 'typed in', date: '2026-01-01' };

const { platform } = tinyData();
const versionElsewhere = [
  endpoint('GET /202309/shop/things', { version: '202309', family: 'GET /shop/things' }),
];

function platformWith(paths: Partial<Platform['paths']>): Platform {
  return { ...platform, paths: { ...platform.paths, ...paths } };
}

function withdrawalBy(seller: number): Platform {
  return { ...platform, webhooks: { ...platform.webhooks, withdrawal: { seller } } };
}

function legacyField(changes: Partial<LegacyField>): LegacyField {
  const paths = { under: '/api/orders/', shownBy: '/api/orders/detail/query', path: 'data.id' };
  return { ...paths, category: 'thing', ...origin, ...changes };
}

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

describe('validateCatalog', () => {
  it('finds nothing wrong with a whole catalog', () => {
    expect(kinds({}, [field(good.id, '*', 'thing')])).toEqual([]);
  });

  it('finds nothing wrong with what ships', () => {
    const catalog = loadCatalog();
    expect(validateCatalog(catalog, catalog.fields())).toEqual([]);
  });

  it.each<readonly [string, Partial<CatalogData>, readonly string[]]>([
    ['a version that is not where the platform has it', { endpoints: versionElsewhere }, ['platform']],
    ['a pattern that is none', { platform: platformWith({ version: '20[' }) }, ['platform']],
    ['a withdrawal without a webhook', { platform: withdrawalBy(6) }, ['platform']],
    ['a legacy field of no category', { legacyFields: [legacyField({ category: 'nobody' })] }, ['platform']],
    [
      'a legacy field of a path of today',
      { legacyFields: [legacyField({ under: '/order/' })] },
      ['platform'],
    ],
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
      { purposes: [purpose('testing', { never: ['thing'] })] },
      ['category-conflict'],
    ],
    [
      'a purpose that names its needs twice',
      { purposes: [purpose('testing', { optional: ['thing'] })] },
      ['category-conflict'],
    ],
    [
      'a purpose that leaves a category unanswered',
      { purposes: [purpose('testing', { needs: [] })] },
      ['category-unanswered'],
    ],
    [
      'markets that are no countries',
      { categories: [{ ...category('thing'), markets: { codes: ['Brazil'], ...origin } }] },
      ['malformed-category'],
    ],
    [
      'markets without a source',
      { categories: [{ ...category('thing'), markets: { ...origin, codes: ['BR'], source: '' } }] },
      ['malformed-category'],
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

  it.each<readonly [string, CatalogData['sinks'], readonly string[]]>([
    ['without a method', [sink('lib', [])], ['malformed-sink']],
    ['of a method that is no name', [sink('lib', ['log()'])], ['malformed-sink']],
    ['of a name with blanks', [sink('lib', ['log'], { names: ['my logger'] })], ['malformed-sink']],
    ['of neither package nor name', [sink('*', ['log'])], ['malformed-sink']],
    ['of one package and kind', [sink('lib', ['log']), sink('lib', ['warn'])], ['duplicate']],
    [
      'of one method of a package',
      [sink('lib', ['put']), sink('lib', ['put'], { kind: 'store' })],
      ['duplicate'],
    ],
    [
      'of one name and method',
      [sink('lib', ['log'], { names: ['diary'] }), sink('*', ['log'], { names: ['Diary'] })],
      ['duplicate'],
    ],
    ['of a method written twice', [sink('lib', ['log', 'log'])], ['duplicate']],
    ['without source', [sink('lib', ['log'], { source: '' })], ['no-provenance']],
    ['of a property that is no name', [sink('lib', [], { properties: ['body ='] })], ['malformed-sink']],
    ['of a handler that is no name', [sink('lib', [], { handlers: ['@Get'] })], ['malformed-sink']],
    ['of a property or a handler alone: nothing', [sink('lib', [], { properties: ['body'] })], []],
    [
      'that keep and have a recipient',
      [sink('lib', ['put'], { kind: 'store', recipient: { name: 'Lib', domain: 'lib.example' } })],
      ['malformed-sink'],
    ],
    [
      'apart by statement: nothing',
      [sink('lib', ['put'], { kind: 'store' }), sink('lib', ['run'], { kind: 'store', statement: 'sql' })],
      [],
    ],
  ])('catches sinks %s', (_what, sinks, expected) => {
    expect(kinds({ sinks })).toEqual(expected);
  });

  const personal: CatalogData['categories'] = [
    category('thing'),
    { ...category('buyer.name'), tier: 'personal' },
    { ...category('buyer.phone'), tier: 'personal' },
    { ...category('label'), tier: 'personal', holds: ['buyer.name', 'buyer.phone'] },
  ];
  const holding = (id: string, ...incidental: readonly string[]): CatalogData['endpoints'][number] => {
    const [row] = sibling(id).slice(1);
    if (row === undefined) throw new Error(`${id} made no row`);
    return { ...row, categories: { primary: ['thing'], incidental, sent: [] } };
  };
  const [rich, lean, bare, label, newer] = [
    holding('GET /shop/202309/rich', 'buyer.name', 'buyer.phone'),
    holding('GET /shop/202309/lean', 'buyer.name'),
    holding('GET /shop/202309/bare'),
    holding('GET /shop/202309/label', 'label'),
    holding('GET /shop/202401/rich', 'buyer.name'),
  ];

  it.each<readonly [string, CatalogData['alternatives'], readonly string[]]>([
    ['nothing in one that brings less', [alternative(rich.id, lean.id), alternative(rich.id, bare.id)], []],
    ['one that brings the same', [alternative(lean.id, lean.id)], ['malformed-alternative', 'no-gain']],
    ['one that brings more', [alternative(lean.id, rich.id)], ['no-gain']],
    ['one of which a document says the same', [alternative(label.id, rich.id)], []],
    ['one that brings a document', [alternative(rich.id, label.id)], ['no-gain']],
    ['one where there is nothing to save', [alternative(bare.id, good.id)], ['no-gain']],
    ['one from nowhere', [alternative('GET /nowhere', lean.id)], ['unknown-endpoint']],
    ['one to nowhere', [alternative(rich.id, 'GET /nowhere')], ['unknown-endpoint']],
    ['an unknown webhook', [alternative(rich.id, '7', { kind: 'webhook' })], ['unknown-webhook']],
    [
      'a version of another operation',
      [alternative(rich.id, bare.id, { kind: 'version' })],
      ['malformed-alternative'],
    ],
    [
      'a switch that is always worth saying',
      [alternative(rich.id, 'short=yes', { kind: 'switch' })],
      ['malformed-alternative'],
    ],
    [
      'an endpoint that hangs on a switch',
      [alternative(rich.id, lean.id, { onlyWhere: 'long=yes' })],
      ['malformed-alternative'],
    ],
    [
      'a switch without value',
      [alternative(rich.id, 'short', { kind: 'switch', onlyWhere: 'short=no' })],
      ['malformed-alternative'],
    ],
    ['one that carries nothing', [alternative(rich.id, lean.id, { carries: [] })], ['malformed-alternative']],
    [
      'a path that is none',
      [alternative(rich.id, lean.id, { carries: ['data id'] })],
      ['malformed-alternative'],
    ],
    [
      'a path twice',
      [alternative(rich.id, lean.id, { carries: ['data.id', 'data.id'] })],
      ['malformed-alternative'],
    ],
    [
      'a switch on whether something is asked at all',
      [alternative(rich.id, 'lists=[]', { kind: 'switch', onlyWhere: 'lists' })],
      [],
    ],
    ['one alternative twice', [alternative(rich.id, lean.id), alternative(rich.id, lean.id)], ['duplicate']],
    ['one without source', [alternative(rich.id, lean.id, { source: '' })], ['no-provenance']],
  ])('catches in alternatives %s', (_what, alternatives, expected) => {
    const endpoints = [good, rich, lean, bare, label];
    expect(kinds({ categories: personal, endpoints, alternatives })).toEqual(expected);
  });

  it('asks of an alternative that it brings less than every version it holds for', () => {
    const found = (changes: Partial<CatalogData>): readonly string[] =>
      kinds({ categories: personal, endpoints: [good, rich, newer, lean], ...changes });
    expect(found({ alternatives: [alternative(rich.id, lean.id)] })).toEqual(['no-gain']);
    expect(found({ alternatives: [alternative(rich.id, newer.id, { kind: 'version' })] })).toEqual([]);
    expect(found({ alternatives: [alternative(newer.id, rich.id, { kind: 'version' })] })).toEqual([
      'malformed-alternative',
      'no-gain',
    ]);
  });

  it('asks it only of the versions that an alternative names', () => {
    const data = { categories: personal, endpoints: [good, rich, newer, lean] };
    const meant = alternative(rich.id, lean.id, { versions: ['202309'] });
    expect(kinds({ ...data, alternatives: [meant] })).toEqual([]);
  });

  it('takes a pseudonym in place of a plain id for less', () => {
    const ids: CatalogData['categories'] = [
      category('thing'),
      { ...category('creator.id_plain'), tier: 'personal' },
      { ...category('creator.id_open'), tier: 'personal' },
    ];
    const [plain, open] = [
      holding('GET /shop/202309/plain', 'creator.id_plain'),
      holding('GET /shop/202309/open', 'creator.id_open'),
    ];
    const found = (from: string, to: string): readonly string[] =>
      kinds({ categories: ids, endpoints: [good, plain, open], alternatives: [alternative(from, to)] });
    expect(found(plain.id, open.id)).toEqual([]);
    expect(found(open.id, plain.id)).toEqual(['no-gain']);
  });

  it.each<readonly [string, CatalogData['webhooks'][number], readonly Field[], readonly string[]]>([
    ['nothing in one that is whole', webhook(9), [field('WEBHOOK 9', 'data.id', 'thing')], []],
    [
      'a name that nobody vouches for',
      webhook(9, { eventConfidence: null }),
      [field('WEBHOOK 9', 'data.id', 'thing')],
      ['malformed-webhook'],
    ],
    [
      'confidence in no name',
      webhook(9, { event: '', eventConfidence: 'guess' }),
      [field('WEBHOOK 9', 'data.id', 'thing')],
      ['malformed-webhook'],
    ],
    [
      'data that is no payload',
      webhook(9, { data: ['content (text)'] }),
      [field('WEBHOOK 9', 'data.id', 'thing')],
      ['malformed-webhook'],
    ],
    [
      'a place that is none',
      webhook(9, { data: ['data id'] }),
      [field('WEBHOOK 9', 'data id', 'thing')],
      ['malformed-webhook'],
    ],
    [
      'a category of the payload that it does not name',
      webhook(9, { categories: [] }),
      [field('WEBHOOK 9', 'data.id', 'thing')],
      ['malformed-webhook'],
    ],
  ])('catches in webhooks %s', (_what, row, fields, expected) => {
    expect(kinds({ webhooks: [row] }, fields)).toEqual(expected);
  });

  it('goes by the fields of an answer where they are known', () => {
    const fields = [field(rich.id, '*', 'thing'), field(rich.id, 'data.name', 'buyer.name')];
    const data = {
      categories: personal,
      endpoints: [good, rich, lean],
      alternatives: [alternative(rich.id, lean.id)],
    };
    expect(kinds(data)).toEqual([]);
    expect(kinds(data, fields)).toEqual(['no-gain']);
  });

  const affiliate = sibling('GET /affiliate_seller/202309/things', {
    sdk: { className: 'AffiliateSellerV202309Api', method: 'ThingsGet' },
  }).slice(1);
  const creators: CatalogData['categories'] = [
    'thing',
    'creator.profile',
    'seller.address',
    'business.contact',
  ].map(category);
  const schema = (id: string, ...responseFields: readonly string[]): HeldSchema => ({
    endpoint: id,
    responseFields,
    requestFields: ['query.page'],
  });
  const rest = field(good.id, '*', 'thing');

  it.each<readonly [string, readonly Field[], readonly HeldSchema[], readonly string[]]>([
    [
      'nothing in a place that is in it',
      [rest, field(good.id, 'data.id', 'thing')],
      [schema(good.id, 'data.id')],
      [],
    ],
    ['nothing in a subtree', [rest, field(good.id, 'data.x.*', 'thing')], [schema(good.id, 'data.x.id')], []],
    ['an operation without a row', [], [schema('GET /shop/202701/things')], ['unlisted-operation']],
    [
      'a place that it does not have',
      [rest, field(good.id, 'data.name', 'thing')],
      [schema(good.id, 'data.id')],
      ['field-unseen'],
    ],
    [
      'a place that is borrowed and that it does not have',
      [rest, { ...field(good.id, 'data.name', 'thing'), seenIn: 'sibling' }],
      [schema(good.id, 'data.id')],
      ['field-unseen'],
    ],
    [
      'nothing in a place that was seen elsewhere',
      [rest, { ...field(good.id, 'data.name', 'thing'), seenIn: 'sdk' }],
      [schema(good.id, 'data.id')],
      [],
    ],
    [
      'an excuse where it has the place',
      [rest, { ...field(good.id, 'data.id', 'thing'), seenIn: 'page' }],
      [schema(good.id, 'data.id')],
      ['field-unseen'],
    ],
    [
      'a place of an endpoint that no schema has, and that says nothing',
      [field(affiliate[0]?.id ?? '', '*', 'thing'), field(affiliate[0]?.id ?? '', 'data.id', 'thing')],
      [schema(good.id, 'data.id')],
      ['field-unseen'],
    ],
    [
      'a creator’s name that is lost in the rest',
      [field(affiliate[0]?.id ?? '', '*', 'thing')],
      [schema(affiliate[0]?.id ?? '', 'data.creators[].username', 'data.gmv')],
      ['swallowed-identity'],
    ],
    [
      'nothing in a creator’s name that has a row',
      [
        field(affiliate[0]?.id ?? '', '*', 'thing'),
        field(affiliate[0]?.id ?? '', 'data.creators[].username', 'creator.profile'),
      ],
      [schema(affiliate[0]?.id ?? '', 'data.creators[].username')],
      [],
    ],
    [
      'a part of an address that no row names beside the others',
      [
        field(good.id, '*', 'thing'),
        field(good.id, 'data.person.city', 'seller.address'),
        field(good.id, 'data.person.email', 'business.contact'),
      ],
      [schema(good.id, 'data.person.city', 'data.person.email', 'data.person.district', 'data.person.rank')],
      ['swallowed-identity'],
    ],
    [
      'nothing in a city of another object',
      [
        field(good.id, '*', 'thing'),
        field(good.id, 'data.person.street1', 'seller.address'),
        field(good.id, 'data.person.email', 'business.contact'),
      ],
      [schema(good.id, 'data.person.street1', 'data.person.email', 'data.shop.city')],
      [],
    ],
    [
      'nothing where the rest is the creator',
      [field(affiliate[0]?.id ?? '', '*', 'creator.profile')],
      [schema(affiliate[0]?.id ?? '', 'data.username')],
      [],
    ],
  ])('catches against a schema %s', (_what, fields, schemas, expected) => {
    const data = tinyData({ endpoints: [good, ...affiliate], categories: creators });
    expect(validateCatalog(data, fields, schemas).map(({ kind }) => kind)).toEqual(expected);
  });

  it('catches a scope that opens no data', () => {
    const empty = { ...good, categories: { primary: [], incidental: [], sent: [] } };
    expect(kinds({ endpoints: [empty] })).toEqual(['endpoint-without-category', 'scope-without-category']);
  });

  it.each([
    ['of an unknown category', [field(good.id, '*', 'soul')], ['unknown-category']],
    ['of an unknown endpoint', [field('GET /nowhere', '*', 'thing')], ['unknown-endpoint']],
    ['without the rest of the response', [field(good.id, 'data.id', 'thing')], ['rest-row']],
    ['of an unknown webhook', [field('WEBHOOK 9', '*', 'thing')], ['unknown-endpoint']],
  ])('catches fields %s', (_what, fields, expected) => {
    expect(kinds({}, fields)).toEqual(expected);
  });
});
