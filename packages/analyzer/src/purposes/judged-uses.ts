import type { Endpoint, EndpointId } from '@leastscope/scope-catalog';
import { requestedKeys } from '../lookups/requested-keys.js';
import { isScopeKnown, resolveEndpoint } from '../lookups/resolve-endpoint.js';
import { oncePer } from '../util/once-per.js';
import type { DeclaredPurpose } from '../model/declaration.js';
import type { Use } from '../model/needs.js';
import type { RuleContext } from '../model/judgement.js';
import { lacksScope } from '../lookups/lacks-scope.js';
import { isValid } from './valid-purposes.js';
import { purposesOf } from './purpose-of-file.js';

/** A call that purposes are held against. */
export interface JudgedUse {
  readonly use: Use;
  /** What it is judged by: for a legacy path, its replacement. */
  readonly endpoint: Endpoint;
  /** The endpoint as the code calls it. */
  readonly called: EndpointId;
  readonly owners: readonly DeclaredPurpose[];
}

/**
 * The calls whose purpose can be judged. Not those whose scope is missing (`missing-scope` says all there is to do
 * first), whose scope nobody knows, or whose method stayed open; nor token calls, which every app makes to exist.
 */
export const judgedUses = oncePer((context: RuleContext): readonly JudgedUse[] => {
  const { declaration } = context;
  // A purpose that could not be read may be the one that covers the call.
  if (declaration === null || declaration.incomplete.includes('purposes')) return [];
  const requested = requestedKeys(context.catalog, declaration);
  return context.uses.flatMap((use) => {
    const { endpoint, legacy } = resolveEndpoint(context.catalog, use);
    if (use.state !== 'needed' || endpoint === null || endpoint.host === 'auth') return [];
    if (!isScopeKnown(endpoint) || lacksScope(endpoint, requested)) return [];
    const owners = purposesOf(use.place.file, use.place.start.line, declaration, context.directives);
    // What a mistaken purpose would allow is not known.
    if (!owners.every((purpose) => isValid(purpose, context))) return [];
    return { use, endpoint, called: (legacy ?? endpoint).id, owners };
  });
});
