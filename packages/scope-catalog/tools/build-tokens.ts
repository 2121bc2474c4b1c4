import type { Principal, Scope } from '@leastscope/scope-catalog';
import type { BareEndpoint, Tokens } from './build-endpoints.js';
import { familyOf } from './family.js';
import { cell, listOf, oneOf } from './read-table.js';
import type { Row } from './read-table.js';

const principals = ['seller', 'creator', 'partner'] as const;

/** Modules that are named after whose token they take. */
const principalOfModule: Readonly<Record<string, Principal>> = {
  affiliate_creator: 'creator',
  affiliate_partner: 'partner',
  affiliate_seller: 'seller',
  customer_engagement: 'seller',
  customer_service: 'seller',
  finance: 'seller',
  fulfillment: 'seller',
  logistics: 'seller',
  order: 'seller',
  product: 'seller',
  return_refund: 'seller',
  seller: 'seller',
};

/** Says whose token an endpoint takes, by the best of four sources. */
export function tokenReader(
  rows: readonly Row[],
  scopes: readonly Scope[],
): (endpoint: BareEndpoint) => Tokens {
  const documented = new Map(
    rows.map((row) => [`${cell(row, 'method')} ${cell(row, 'path')}`, tokensIn(row)]),
  );
  const byFamily = new Map(
    rows.map((row) => [familyOf(cell(row, 'method'), cell(row, 'path')), tokensIn(row)]),
  );
  const principalOf = new Map(scopes.map(({ key, principal }) => [key, principal]));
  return (endpoint) => {
    const own = documented.get(endpoint.id);
    if (own) return { tokens: own, tokensBasis: 'documented' };
    const sibling = byFamily.get(endpoint.family);
    if (sibling) return { tokens: sibling, tokensBasis: 'family' };
    const granted = principals.filter((name) => endpoint.scopes.some((key) => principalOf.get(key) === name));
    if (granted.length > 0) return { tokens: granted, tokensBasis: 'scope' };
    return tokensOfModule(endpoint);
  };
}

/** The token endpoints take no token; of a module without a word nothing is said. */
function tokensOfModule(endpoint: BareEndpoint): Tokens {
  if (endpoint.host === 'auth') return { tokens: [], tokensBasis: 'documented' };
  const principal = principalOfModule[endpoint.path.split('/')[1] ?? ''];
  return principal ? { tokens: [principal], tokensBasis: 'module' } : { tokens: [], tokensBasis: 'unknown' };
}

function tokensIn(row: Row): readonly Principal[] {
  return listOf(cell(row, 'token_user_type')).map((name) => oneOf(principals, name));
}
