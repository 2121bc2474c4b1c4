import { describe, expect, it } from 'vitest';
import { indexOf } from '../src/endpoint-index.js';
import { createCatalog, findEndpoints, loadCatalog } from '../src/index.js';
import { endpoint, tinyData } from './tiny-catalog.js';

const catalog = createCatalog(
  tinyData({
    endpoints: [
      endpoint('GET /shop/202309/things/{thing_id}'),
      endpoint('GET /shop/202405/things/{thing_id}'),
      endpoint('POST /shop/202309/things/search'),
      endpoint('POST /shop/202309/things/{thing_id}/parts/{part_id}'),
      endpoint('GET /token/get', { host: 'auth' }),
    ],
    legacyEndpoints: [
      {
        id: 'POST /api/things/search',
        method: 'POST',
        path: '/api/things/search',
        title: '',
        access: 'read',
        confidence: 'documented',
        replacement: 'POST /shop/202309/things/search',
        note: '',
        source: 'typed in',
        date: '2026-01-01',
      },
    ],
  }),
);

function found(method: 'GET' | 'POST' | 'PUT' | null, path: string): string {
  const match = findEndpoints(catalog, method, path);
  if (!match) return 'nothing';
  return [match.fit, ...match.endpoints.map(({ id }) => id), ...match.legacy.map(({ id }) => id)].join(' | ');
}

describe('findEndpoints', () => {
  it.each([
    ['a concrete id', 'GET', '/shop/202309/things/17', 'exact | GET /shop/202309/things/{thing_id}'],
    ['a template', 'GET', '/shop/202309/things/{id}', 'exact | GET /shop/202309/things/{thing_id}'],
    [
      'a partly open segment',
      'GET',
      '/shop/202309/things/a-{id}',
      'exact | GET /shop/202309/things/{thing_id}',
    ],
    [
      'query, fragment, slash',
      'GET',
      '/shop/202309/things/17/?a=/b#c',
      'exact | GET /shop/202309/things/{thing_id}',
    ],
    ['a path without version', 'GET', '/token/get', 'exact | GET /token/get'],
    ['the first generation', 'POST', '/api/things/search', 'exact | POST /api/things/search'],
  ] as const)('knows %s', (_what, method, path, expected) => {
    expect(found(method, path)).toBe(expected);
  });

  it('answers an unlisted or open version with the versions of the operation, newest first', () => {
    const versions = 'family | GET /shop/202405/things/{thing_id} | GET /shop/202309/things/{thing_id}';
    expect(found('GET', '/shop/209912/things/17')).toBe(versions);
    expect(found('GET', '/shop/{version}/things/17')).toBe(versions);
    expect(found('GET', '/shop/20{month}/things/17')).toBe(versions);
  });

  it('finds the query behind holes that hold any character', () => {
    expect(found('GET', '/shop/202309/things/{a ? b/c : d#e}?x={y}')).toBe(
      'exact | GET /shop/202309/things/{thing_id}',
    );
  });

  it('prefers fixed words over placeholders', () => {
    expect(found('POST', '/shop/202309/things/search')).toBe('exact | POST /shop/202309/things/search');
  });

  it('does not take a word for an id where the word is an operation of another method', () => {
    expect(found('GET', '/shop/202309/things/search')).toBe('nothing');
  });

  it('lets a hole stand for fixed text only when nothing fits strictly, and says so', () => {
    expect(found('POST', '/shop/202309/things/{action}')).toBe('loose | POST /shop/202309/things/search');
    expect(found('GET', '/shop/202309/{kind}/17')).toBe('loose | GET /shop/202309/things/{thing_id}');
  });

  it('takes a word of many holes for an open one', () => {
    expect(found('GET', `/shop/202309/t${'{x}'.repeat(500)}s/17`)).toBe(
      'loose | GET /shop/202309/things/{thing_id}',
    );
  });

  it('lets an open end stand for any further segments', () => {
    expect(found('POST', '/shop/202309/things/{*}')).toBe(
      'loose | POST /shop/202309/things/search | POST /shop/202309/things/{thing_id}/parts/{part_id}',
    );
  });

  it('takes every method when the method is not known', () => {
    expect(found(null, '/shop/202309/things/search')).toBe('exact | POST /shop/202309/things/search');
  });

  it.each([
    ['a leading blank', ' /shop/202309/things/17'],
    ['another case', '/Shop/202309/things/17'],
    ['a short version', '/shop/2309/things/17'],
    ['more in front', '/v1/shop/202309/things/17'],
    ['more behind', '/shop/202309/things/17/18'],
    ['an empty id', '/shop/202309/things//'],
    ['no slash', 'shop/202309/things/17'],
    ['nothing', ''],
    ['a whole document', `/shop/${'a/'.repeat(100_000)}`],
    ['nothing but slashes', '/'.repeat(1_999)],
  ])('refuses %s', (_what, path) => {
    expect(found('GET', path)).toBe('nothing');
  });

  it('follows the data: one row changed, another answer', () => {
    const moved = createCatalog(tinyData({ endpoints: [endpoint('GET /shop/202309/gadgets/{id}')] }));
    expect(findEndpoints(moved, 'GET', '/shop/202309/gadgets/1')?.fit).toBe('exact');
    expect(findEndpoints(moved, 'GET', '/shop/202309/things/17')).toBeNull();
  });
});

describe('findEndpoints over the shipped catalog', () => {
  const shipped = loadCatalog();

  it('finds every endpoint again by a concrete path', () => {
    const lost = shipped.endpoints.filter(({ id, method, path }) => {
      const concrete = path.replace(/\{\w+\}/g, '7203948');
      const match = findEndpoints(shipped, method, concrete);
      return match?.fit !== 'exact' || match.endpoints.length !== 1 || match.endpoints[0]?.id !== id;
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('finds the operation of every endpoint at a version that nobody knows', () => {
    const lost = shipped.endpoints.filter(({ method, path, version, family }) => {
      if (version === null) return false;
      const match = findEndpoints(shipped, method, path.replace(version, '209901'));
      return match?.fit !== 'family' || match.endpoints.some((other) => other.family !== family);
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('holds a path against a handful of templates, not against all', () => {
    const handfuls = [...indexOf(shipped).endpoints.byCountAndFirst.values()].map(({ length }) => length);
    expect(Math.max(...handfuls)).toBeLessThan(shipped.endpoints.length / 8);
  });
});
