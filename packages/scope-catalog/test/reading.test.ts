import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../tools/build-catalog.js';
import { readOperations } from '../tools/openapi-table.js';
import { readTable } from '../tools/read-table.js';
import { rowOfLeaf } from '../tools/reading/category-of-leaf.js';
import { compareReading } from '../tools/reading/compare-reading.js';
import { idOf, pickOperations } from '../tools/reading/pick-operations.js';
import { category, field, tinyData } from './tiny-catalog.js';

const sources = new URL('../tools/sources/', import.meta.url);

describe('the answers that a person has read', () => {
  it('hold what the catalog says of them, field by field', () => {
    const { data, fields } = buildCatalog(sources);
    const read = readTable(sources, 'read-fields');
    const result = compareReading(data, fields, readOperations(sources), read);
    expect(result.differences).toEqual([]);
    expect([result.endpoints, result.personal > 150]).toEqual([217, true]);
  });

  it('are held by a comparison that finds what is missed, wrong and too strict', () => {
    const endpoint = 'GET /shop/202309/things';
    const operation = {
      method: 'GET',
      path: '/shop/202309/things',
      operation: 'Get Things',
      responseFields: ['code', 'data.next_page_token', 'data.name', 'data.phone', 'data.size', 'data.mood'],
      requestFields: [],
    };
    const data = tinyData({
      categories: [
        category('thing'),
        { ...category('name'), tier: 'personal' },
        { ...category('phone'), tier: 'personal' },
      ],
    });
    const fields = [
      field(endpoint, '*', 'thing'),
      field(endpoint, 'data.phone', 'name'),
      field(endpoint, 'data.size', 'name'),
      field(endpoint, 'data.mood', 'thing'),
    ];
    const read = [
      { endpoint, path: '*', category: '-' },
      { endpoint, path: 'data.name', category: 'name' },
      { endpoint, path: 'data.phone', category: 'phone' },
    ];
    const { differences, leaves, personal } = compareReading(data, fields, [operation], read);
    expect(differences.map(({ what, leaf }) => `${what} ${leaf}`)).toEqual([
      'missed data.name',
      'wrong data.phone',
      'strict data.size',
    ]);
    expect([leaves, personal]).toEqual([4, 2]);
  });
});

describe('rowOfLeaf', () => {
  const rows = ['*', 'data.a.*', 'data.a.b', 'data.a.c.*'].map((path) => ({ path, category: path }));

  it.each([
    ['data.a.b', 'data.a.b'],
    ['data.a.c.d', 'data.a.c.*'],
    ['data.a.e', 'data.a.*'],
    ['data.ab', '*'],
  ])('finds for %s the nearest row: %s', (leaf, expected) => {
    expect(rowOfLeaf(rows, leaf)?.path).toBe(expected);
  });

  it('finds none where none speaks', () => {
    expect(rowOfLeaf([], 'data.a')).toBeNull();
  });
});

describe('pickOperations', () => {
  const operations = readOperations(sources);
  const pick = (seed: number): readonly string[] => pickOperations(operations, seed, 60).map(idOf);

  it('draws the same sample from the same seed, and another from another', () => {
    expect(pick(1)).toEqual(pick(1));
    expect(pick(1)).not.toEqual(pick(2));
    expect(new Set(pick(1)).size).toBe(60);
  });
});
