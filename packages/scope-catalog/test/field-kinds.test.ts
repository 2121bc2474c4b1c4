import { describe, expect, it } from 'vitest';
import { fieldKinds } from '../tools/corrections/fields/field-kinds.js';
import { familyOf, fitsFamily } from '../tools/family.js';
import { withKinds } from '../tools/fields-by-kind.js';
import { readOperations } from '../tools/openapi-table.js';
import { field } from './tiny-catalog.js';

const operation = {
  method: 'GET',
  path: '/shop/202309/things',
  operation: 'Get Things',
  responseFields: ['data.things[].name', 'data.things[].size', 'data.things[].owner.name', 'data.name'],
  requestFields: ['name'],
};
const endpoint = 'GET /shop/202309/things';
const kind = { families: ['GET /shop/things'], pattern: /(^|\.)name$/, category: 'name', reason: '' };
const placesOf = (rows: ReturnType<typeof withKinds>): readonly string[] =>
  rows.map(({ path, direction, category }) => `${direction} ${path} ${category}`);

describe('a kind of field', () => {
  it('speaks where only the rest of an answer or of a place did', () => {
    const rows = [field(endpoint, '*', 'thing'), field(endpoint, 'data.things[].owner.*', 'owner')];
    expect(placesOf(withKinds(rows, operation, [kind])).slice(2)).toEqual([
      'response data.things[].name name',
      'response data.things[].owner.name name',
      'response data.name name',
    ]);
  });

  it('is silent where a row of the field’s own speaks, or the rest says the same', () => {
    const own = operation.responseFields.map((path) => field(endpoint, path, 'thing'));
    const same = [field(endpoint, '*', 'name')];
    expect(withKinds(own, operation, [kind])).toEqual(own);
    expect(withKinds(same, operation, [kind])).toEqual(same);
  });

  it('is of the answer unless it says that it is of the request', () => {
    const ofRequest = { ...kind, direction: 'request' } as const;
    expect(placesOf(withKinds([], operation, [ofRequest]))).toEqual(['request name name']);
  });

  it('is silent in other operations, and where the set has no operation to look into', () => {
    const other = { ...kind, families: ['GET /shop/others'] };
    expect(withKinds([], operation, [other])).toEqual([]);
    expect(withKinds([], undefined, [kind])).toEqual([]);
  });

  it.each(fieldKinds.map((one) => [`${String(one.pattern)} of ${one.families.join(', ')}`, one] as const))(
    'names fields that there are: %s',
    (_, { families, direction, pattern }) => {
      const leaves = readOperations(new URL('../tools/sources/', import.meta.url))
        .filter(({ method, path }) => families.some((family) => fitsFamily(familyOf(method, path), family)))
        .flatMap((one) => (direction === 'request' ? one.requestFields : one.responseFields));
      expect(leaves.filter((leaf) => pattern.test(leaf))).not.toEqual([]);
    },
  );
});
