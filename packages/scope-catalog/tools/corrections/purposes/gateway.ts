import type { CategoryId } from '@leastscope/scope-catalog';
import type { AddedPurpose } from './added.js';

/** The one kind that rules nothing out, because it does not know what is asked of it. */
export function gatewayPurpose(categories: readonly CategoryId[]): AddedPurpose {
  const needs = ['credential.token', 'order.reference', 'product.catalog'];
  return {
    kind: 'api_gateway',
    title: 'Gateway for other programs',
    definition:
      'Pass on what other programs of the same seller ask: a proxy, a shared client, a tool server.',
    dpvPurpose: 'dpv:TechnicalServiceProvision',
    fidesDataUse: 'essential.service',
    needs,
    optional: categories.filter((id) => !needs.includes(id)),
    access: ['read', 'write'],
    operations: ['whatever is asked'],
    advice:
      'Say under `also` what passes through and for whom; better declare the purposes of the programs behind it, and let it pass nothing else.',
    source:
      'judged: what public apps of this kind call | limits: lazykern/ecommerce-api-docs:data/processed/tiktok/guides/partner-guide/terms-and-policies/developer-terms-of-service.md@eba059e',
  };
}
