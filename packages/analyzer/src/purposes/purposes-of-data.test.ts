import { expect, test } from 'vitest';
import { createCatalog } from '@leastscope/scope-catalog';
import { parseDeclaration } from '../declaration/parse-declaration.js';
import { connect, declare, fieldRead, placeAt, read, ship } from '../../test/judge.js';
import { category, tinyCatalog } from '../../test/tiny-catalog.js';
import { purposesOfData } from './purposes-of-data.js';

const catalog = createCatalog({
  ...tinyCatalog,
  categories: [
    ...tinyCatalog.categories,
    { ...category('label', 'personal'), holds: ['buyer.name', 'shop.identity'] },
  ],
});
const yaml = declare({
  purposes: `${connect}${ship}${read}`.replaceAll('code: [src/connect/**]', 'code: [src/ship/**]'),
});
const { declaration } = parseDeclaration(yaml, 'd.yaml', catalog);
const of = (at: string, id: string, enteredBy: string | null = null) =>
  declaration === null
    ? null
    : purposesOfData(
        fieldRead(at, 'GET /order/202507/orders data.x', [id], {
          enteredBy: enteredBy === null ? null : placeAt(enteredBy),
        }),
        id,
        declaration,
        catalog,
        [],
      );

test('the owners of the answering place that allow the category', () => {
  expect(of('src/ship/a.ts:3', 'buyer.name')).toEqual(['ship']);
  expect(of('src/ship/a.ts:3', 'shop.identity')).toEqual(['connect']);
  expect(of('src/ship/a.ts:3', 'buyer.tax')).toEqual([]);
  expect(of('src/lib/a.ts:3', 'buyer.name')).toEqual([]);
  expect(of('src/lib/a.ts:3', 'buyer.name', 'src/read/a.ts:4')).toEqual(['read']);
});

test('of a composed category the owners may allow the parts together', () => {
  expect(of('src/ship/a.ts:3', 'label')).toEqual(['connect', 'ship']);
  expect(of('src/read/a.ts:3', 'label')).toEqual([]);
});
