import type { Catalog } from '@leastscope/scope-catalog';
import { isCounted } from '../lookups/counted.js';
import { comparePlaces } from '../lookups/places.js';
import { requestedKeys } from '../lookups/requested-keys.js';
import type { Declaration } from '../model/declaration.js';
import type { Needs, OpenCall, ScopeDifference, Use } from '../model/needs.js';
import { measureCoverage } from './coverage.js';
import type { Counts } from './coverage.js';
import { findDataNeeds } from './data-needs.js';
import { demandsOfManualUse, demandsOfUses, demandsOfWebhooks, isGap } from './find-demands.js';
import { findOpenThings } from './find-doubts.js';
import { findScopeDifference } from './scope-difference.js';
import { unexplained } from './path-mentions.js';
import { findScopeNeeds } from './scope-needs.js';
import { verdict } from './verdict.js';
import { weighScopes } from './weigh-scopes.js';

export interface NeedsInput extends Pick<
  Needs,
  | 'uses'
  | 'open'
  | 'unreached'
  | 'unread'
  | 'scopeMentions'
  | 'publicSecrets'
  | 'exposedSecrets'
  | 'pathMentions'
  | 'reads'
  | 'outflows'
  | 'deletion'
  | 'handledWebhooks'
> {
  readonly counts: Counts;
  readonly declaration: Declaration | null;
  readonly catalog: Catalog;
  readonly includeTests: boolean;
}

/**
 * What the code needs: which scopes, for which calls, with what left open; and, with a declaration, how that compares
 * with what is requested. Calls in tests need nothing unless asked to count.
 */
export function findNeeds(input: NeedsInput): Needs {
  const uses = sortUses(input.uses);
  const open = sortOpen(input.open);
  const counted = uses.filter((use) => isCounted(use.fileKind, input.includeTests));
  const parts = splitUses(input.catalog, counted);
  const { declaration, catalog } = input;
  const requested = declaration === null ? new Set<string>() : requestedKeys(catalog, declaration);
  const certain = [
    ...demandsOfUses(catalog, parts.needed),
    ...(declaration === null ? [] : demandsOfManualUse(catalog, declaration)),
    ...(declaration === null ? [] : demandsOfWebhooks(catalog, declaration)),
  ];
  const scopes = findScopeNeeds({
    certain,
    possible: demandsOfUses(catalog, parts.possible),
    preference: {
      weigh: (keys) => weighScopes(catalog, keys),
      isRequested: (key) => requested.has(key),
    },
  });
  const pathMentions = unexplained(catalog, input.pathMentions, counted);
  const facts = {
    uses,
    open,
    unreached: sortOpen(input.unreached),
    unread: input.unread,
    scopeMentions: [...input.scopeMentions].sort((a, b) => comparePlaces(a.place, b.place)),
    publicSecrets: [...input.publicSecrets].sort((a, b) => comparePlaces(a.place, b.place)),
    exposedSecrets: input.exposedSecrets.filter((one) => isCounted(one.fileKind, input.includeTests)),
    pathMentions: [...pathMentions].sort((a, b) => comparePlaces(a.place, b.place)),
    scopes,
    gaps: parts.gaps,
    categories: findDataNeeds(catalog, counted),
    reads: input.reads,
    outflows: input.outflows,
    deletion: input.deletion,
    handledWebhooks: input.handledWebhooks,
    coverage: measureCoverage({ ...input, uses, open }),
    difference:
      declaration === null
        ? null
        : differenceOf({ ...input, pathMentions }, declaration, certain, scopes, parts),
  };
  return { ...facts, verdict: verdict(facts, declaration) };
}

interface SplitUses {
  readonly needed: readonly Use[];
  readonly possible: readonly Use[];
  readonly gaps: readonly Use[];
}

function splitUses(catalog: Catalog, counted: readonly Use[]): SplitUses {
  const gaps = new Set(counted.filter((use) => isGap(catalog, use)));
  const known = counted.filter((use) => !gaps.has(use));
  return {
    gaps: [...gaps],
    needed: known.filter((use) => use.state === 'needed'),
    possible: known.filter((use) => use.state === 'possibly-needed'),
  };
}

function differenceOf(
  input: NeedsInput,
  declaration: Declaration,
  certain: Parameters<typeof findScopeDifference>[0]['certain'],
  scopes: Needs['scopes'],
  parts: SplitUses,
): ScopeDifference {
  const { catalog, includeTests } = input;
  const open = input.open.filter((call) => isCounted(call.fileKind, includeTests));
  return findScopeDifference({
    catalog,
    declaration,
    scopes,
    certain,
    testUses: input.uses.filter((use) => !isCounted(use.fileKind, includeTests)),
    openThings: findOpenThings({
      catalog,
      declaration,
      open,
      unread: input.unread,
      mentions: input.pathMentions,
      ...parts,
    }),
    calls: parts.needed.length + parts.possible.length + parts.gaps.length + open.length,
  });
}

function sortUses(uses: readonly Use[]): readonly Use[] {
  return [...uses].sort((a, b) => comparePlaces(a.place, b.place) || compareIds(a, b));
}

function compareIds(a: Use, b: Use): number {
  const [left, right] = [`${a.method} ${a.path}`, `${b.method} ${b.path}`];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function sortOpen(calls: readonly OpenCall[]): readonly OpenCall[] {
  return [...calls].sort((a, b) => comparePlaces(a.place, b.place));
}
