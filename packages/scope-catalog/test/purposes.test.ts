import { describe, expect, it } from 'vitest';
import {
  answerOfPurpose,
  createCatalog,
  existsInMarkets,
  loadCatalog,
  purposesTaking,
} from '../src/index.js';
import { category, purpose, tinyData } from './tiny-catalog.js';

const shipped = loadCatalog();

describe('answerOfPurpose', () => {
  it('gives one of three answers for every kind and category', () => {
    const open = shipped.purposes.flatMap(({ kind }) =>
      shipped.categories.filter(({ id }) => answerOfPurpose(shipped, kind, id) === null),
    );
    expect(open).toEqual([]);
    expect(shipped.purposes.length).toBeGreaterThan(35);
  });

  it.each([
    ['product_listing', 'seller.address', 'needs'],
    ['inventory_sync', 'seller.address', 'needs'],
    ['inventory_sync', 'buyer.purchase', 'needs'],
    ['inventory_sync', 'business.contact', 'optional'],
    ['order_management', 'seller.address', 'optional'],
    ['order_management', 'buyer.phone', 'never'],
    ['accounting_finance', 'buyer.purchase', 'needs'],
    ['accounting_finance', 'buyer.tax_id', 'never'],
    ['shipping_seller', 'order.document', 'needs'],
    ['shipping_seller', 'buyer.payment', 'needs'],
    ['returns_refunds', 'buyer.content', 'needs'],
    ['reviews_import', 'buyer.content', 'never'],
    ['reviews_import', 'buyer.review', 'needs'],
    ['shop_connection', 'buyer.id', 'never'],
    ['affiliate_creator', 'creator.performance', 'needs'],
    ['api_gateway', 'buyer.health', 'optional'],
  ])('%s and %s: %s', (kind, id, answer) => {
    expect(answerOfPurpose(shipped, kind, id)).toBe(answer);
  });

  it('knows for every kind whose shop it is', () => {
    expect(shipped.purposes.filter(({ needs }) => !needs.includes('seller.identity'))).toEqual([]);
  });

  it('says nothing of what it does not know', () => {
    expect(answerOfPurpose(shipped, 'world_peace', 'buyer.id')).toBeNull();
    expect(answerOfPurpose(shipped, 'erp', 'buyer.soul')).toBeNull();
  });
});

describe('purposesTaking', () => {
  it('names those that need it before those that may, and the one that takes anything last', () => {
    const catalog = createCatalog(
      tinyData({
        categories: [category('thing'), category('part'), category('other')],
        purposes: [
          purpose('any', { needs: [], optional: ['thing', 'part'] }),
          purpose('may', { needs: ['part'], optional: ['thing'], never: ['other'] }),
          purpose('must', { needs: ['thing'], never: ['part'] }),
          purpose('not', { needs: ['part'], never: ['thing'] }),
        ],
      }),
    );
    const kinds = purposesTaking(catalog, 'thing').map(({ kind }) => kind);
    expect(kinds).toEqual(['must', 'may', 'any']);
  });

  it('has somebody to name for every category of a person', () => {
    const personal = shipped.categories.filter(({ tier }) => tier.endsWith('personal'));
    const lonely = personal.filter(
      ({ id }) => purposesTaking(shipped, id).filter(({ kind }) => kind !== 'api_gateway').length === 0,
    );
    expect(lonely).toEqual([]);
  });
});

describe('existsInMarkets', () => {
  it.each([
    ['buyer.tax_id', ['US', 'GB'], false],
    ['buyer.tax_id', ['us', 'br'], true],
    ['buyer.health', ['US'], false],
    ['buyer.health', ['ID'], true],
    ['buyer.health', [], true],
    ['buyer.name', ['US'], true],
    ['no.such', ['US'], true],
  ])('%s in %j: %s', (id, markets, expected) => {
    expect(existsInMarkets(shipped, id, markets)).toBe(expected);
  });
});
