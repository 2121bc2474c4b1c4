import type { Catalog } from '@leastscope/scope-catalog';
import { oncePer } from '../util/once-per.js';

/** What comes before the noun in such a name beside the platform's own, and behind it. */
const before =
  'platform|external|ext|internal|remote|source|channel|connected|linked|owner|main|our|my|the|authori[sz]ed|auth|by|app|api';
const nouns =
  '(?:shop|seller|merchant|creator|tenant|store|account|organi[sz]ation|org|openid|cipher|shopcipher)s?';
const behind = '(?:id|ids|uid|uuid|guid|cipher|code|key|ref|name|no|number|pk|fk|openid|open|str|string)*';

/**
 * Whether a name stands for who can withdraw the authorization, a seller or a creator: `shop_id`, `sellerId`, `labels.shopId`.
 * Any other word in it may stand for a single row: `shop_order_id`.
 */
export function namesSubject(catalog: Catalog, name: string): boolean {
  const plain = name
    .replace(/^.*\./, '')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();
  return patternOf(catalog).test(plain);
}

const patternOf = oncePer(({ platform }: Catalog) => {
  const { asWords, inNames } = platform.names;
  const own = [...asWords, ...inNames].map((word) => word.replace(/[^a-z0-9]/gi, '').toLowerCase());
  return new RegExp(`^(?:${[...own, before].join('|')})*${nouns}${behind}$`);
});
