import type { Endpoint, ScopeKey } from '@leastscope/scope-catalog';
import { isScopeKnown } from './resolve-endpoint.js';

/** Whether a call's scope is known and none of the alternatives is requested. */
export function lacksScope(endpoint: Endpoint, requested: ReadonlySet<ScopeKey>): boolean {
  if (!isScopeKnown(endpoint) || endpoint.scopes.length === 0) return false;
  return !endpoint.scopes.some((scope) => requested.has(scope));
}
