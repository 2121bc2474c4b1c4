import type { Catalog, Principal, ScopeKey } from '@leastscope/scope-catalog';
import type { GrantedAnswer } from './answer-reader.js';

/** How often each scope was granted, over tokens of one kind. */
export interface GrantedCounts {
  /** Null: the answers do not say whose tokens they are. */
  readonly principal: Principal | null;
  readonly answers: number;
  readonly granted: ReadonlyMap<ScopeKey, number>;
  /** Which answer granted which scopes, as a key per different set: what one token lacks, another does not mend. */
  readonly sets: ReadonlyMap<string, { readonly scopes: ReadonlySet<ScopeKey>; readonly answers: number }>;
  /** Entries that have not the shape of a scope, and are not shown. */
  readonly unshown: number;
}

/** More different grants than this are counted by scope alone. */
const mostSets = 500;

export interface GrantedCounter {
  readonly add: (answer: GrantedAnswer) => void;
  readonly counts: () => readonly GrantedCounts[];
}

interface Counting {
  answers: number;
  unshown: number;
  readonly granted: Map<ScopeKey, number>;
  readonly sets: Map<string, { readonly scopes: ReadonlySet<ScopeKey>; answers: number }>;
}

export function createGrantedCounter(catalog: Catalog): GrantedCounter {
  const byPrincipal = new Map<Principal | null, Counting>();
  const isScope = scopeShape(catalog);
  return {
    add: (answer) => {
      const scopes = new Set(answer.granted.filter(isScope));
      const principal = answer.principal ?? guessPrincipal(scopes, catalog);
      const counting = byPrincipal.get(principal) ?? {
        answers: 0,
        unshown: 0,
        granted: new Map(),
        sets: new Map(),
      };
      byPrincipal.set(principal, counting);
      counting.answers += 1;
      counting.unshown += answer.granted.length - scopes.size;
      for (const key of scopes) countScope(counting, key);
      countSet(counting, scopes);
    },
    counts: () =>
      [...byPrincipal]
        .map(([principal, counting]) => ({ principal, ...counting }))
        .sort((a, b) => (String(a.principal) < String(b.principal) ? -1 : 1)),
  };
}

/** Scopes that the catalog lacks are shown only where they begin and look like one: any other text could be a secret. */
function scopeShape(catalog: Catalog): (text: string) => boolean {
  const first = new Set(catalog.scopes.map(({ key }) => key.split('.', 1).join('')));
  return (text) =>
    catalog.scopeByKey.has(text) ||
    (text.length <= 80 && /^[a-z_]+(?:\.[a-z_]+)+$/.test(text) && first.has(text.split('.', 1).join('')));
}

/** All scopes of a token are of one kind. */
function guessPrincipal(scopes: ReadonlySet<ScopeKey>, catalog: Catalog): Principal | null {
  const kinds = new Set([...scopes].flatMap((key) => catalog.scopeByKey.get(key)?.principal ?? []));
  const [only, ...others] = kinds;
  return others.length === 0 ? (only ?? null) : null;
}

/** More different scopes than this no platform has; what is beyond is counted as not shown. */
const mostScopes = 1000;

function countScope(counting: Counting, key: ScopeKey): void {
  const before = counting.granted.get(key);
  if (before === undefined && counting.granted.size >= mostScopes) counting.unshown += 1;
  else counting.granted.set(key, (before ?? 0) + 1);
}

function countSet({ sets }: Counting, scopes: ReadonlySet<ScopeKey>): void {
  const key = [...scopes].sort().join(' ');
  const known = sets.get(key);
  if (known !== undefined) known.answers += 1;
  else if (sets.size < mostSets) sets.set(key, { scopes, answers: 1 });
}
