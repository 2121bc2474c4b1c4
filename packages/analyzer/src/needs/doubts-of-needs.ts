import type { Catalog, ScopeKey } from '@leastscope/scope-catalog';
import { isCounted } from '../lookups/counted.js';
import type { Declaration } from '../model/declaration.js';
import type { Doubt, Needs } from '../model/needs.js';
import { doubtsAbout, findOpenThings } from './find-doubts.js';

/**
 * What speaks against calling a scope unneeded, for any scope: requested, granted, or thought of. Empty where nothing that stayed
 * open could need it.
 */
export function doubtsOfNeeds(
  needs: Needs,
  context: {
    readonly catalog: Catalog;
    readonly declaration: Declaration | null;
    readonly includeTests: boolean;
  },
): (scope: ScopeKey) => readonly Doubt[] {
  const { catalog, declaration, includeTests } = context;
  const gaps = new Set(needs.gaps);
  const things = findOpenThings({
    catalog,
    declaration,
    possible: needs.uses.filter(
      (use) => use.state === 'possibly-needed' && !gaps.has(use) && isCounted(use.fileKind, includeTests),
    ),
    open: needs.open.filter((call) => isCounted(call.fileKind, includeTests)),
    gaps: needs.gaps,
    unread: needs.unread,
    mentions: needs.pathMentions,
  });
  return (scope) => doubtsAbout(scope, things);
}
