import type { ScopeKey } from '@leastscope/scope-catalog';
import { compareText } from '../lookups/places.js';

/** One demand: any of these scopes is enough. */
export type AnyOf = readonly ScopeKey[];

/** How sets of scopes compare that serve the same demands. */
export interface Preference {
  /** What a set of scopes opens together. A larger set never opens less. */
  readonly weigh: (scopes: readonly ScopeKey[]) => Opening;
  /** Already enabled: switching costs every seller a new authorization, so it wins a tie. */
  readonly isRequested: (scope: ScopeKey) => boolean;
}

export interface Opening {
  /** Operations that change something. */
  readonly writes: number;
  /** How much the personal data weighs; sensitive categories more than others. */
  readonly weight: number;
  readonly personal: number;
  readonly sensitive: number;
}

/** Power first: what can be changed, then personal data; then what is not requested yet, then size, then keys. */
export interface Cost extends Opening {
  readonly scopes: readonly ScopeKey[];
  readonly notRequested: number;
}

/** Real sets are tiny: some ten endpoints of the platform offer a choice at all. The bound only guards against nonsense. */
const maxSteps = 20_000;

/**
 * The set of least power that serves every demand, exactly: the one that opens the fewest writing operations, then the
 * least personal data; then the one that asks for the fewest new scopes, then the smallest, then the first by key. Null when
 * no set serves every demand (an empty demand).
 *
 * @example
 * minimalCover([['a', 'b'], ['b']], preference)?.scopes // ['b']
 */
export function minimalCover(demands: readonly AnyOf[], preference: Preference): Cost | null {
  if (demands.some((demand) => demand.length === 0)) return null;
  const forced = new Set(demands.flatMap((demand) => (demand.length === 1 ? demand : [])));
  const rest = withoutSupersets(demands.filter((demand) => !demand.some((scope) => forced.has(scope))));
  return search(rest, [...forced], preference);
}

/** Negative when `a` is the better set. */
export function compareCosts(a: Cost, b: Cost): number {
  return (
    a.writes - b.writes ||
    a.weight - b.weight ||
    a.notRequested - b.notRequested ||
    a.scopes.length - b.scopes.length ||
    compareText(a.scopes.join('\n'), b.scopes.join('\n'))
  );
}

/** A demand that contains another one is served whenever the other is. */
function withoutSupersets(demands: readonly AnyOf[]): readonly AnyOf[] {
  const bySize = demands
    .map((demand) => [...new Set(demand)].sort(compareText))
    .sort((a, b) => a.length - b.length || compareText(a.join('\n'), b.join('\n')));
  const kept: AnyOf[] = [];
  for (const demand of bySize) {
    if (!kept.some((smaller) => smaller.every((scope) => demand.includes(scope)))) kept.push(demand);
  }
  return kept;
}

/** Branch on the scopes of the first unserved demand; cut where what is chosen already costs more than the best set. */
function search(demands: readonly AnyOf[], forced: readonly ScopeKey[], preference: Preference): Cost | null {
  let best: Cost | null = null;
  let steps = 0;
  const seen = new Set<string>();

  function visit(chosen: readonly ScopeKey[]): void {
    const key = [...chosen].sort(compareText).join('\n');
    if (seen.has(key)) return;
    seen.add(key);
    const open = demands.filter((demand) => !demand.some((scope) => chosen.includes(scope)));
    const next = open[0];
    if (next === undefined) {
      const cost = costOf(chosen, preference);
      if (best === null || compareCosts(cost, best) < 0) best = cost;
      return;
    }
    if (best !== null && isWorse(atBest(chosen, open, preference), best)) return;
    // Past the bound the first full set found stands: still a cover, perhaps not the smallest.
    steps += 1;
    if (steps > maxSteps && best !== null) return;
    for (const scope of byReach(next, open)) visit([...chosen, scope]);
  }

  visit(forced);
  return best;
}

/** What a set costs at the least when it has to grow until it serves the open demands: no part of a cost ever falls. */
function atBest(chosen: readonly ScopeKey[], open: readonly AnyOf[], preference: Preference): FutureCost {
  const cost = costOf(chosen, preference);
  const isNew = (demand: AnyOf): boolean => !demand.some((scope) => preference.isRequested(scope));
  return {
    ...cost,
    notRequested: cost.notRequested + atLeast(open.filter(isNew)),
    size: chosen.length + atLeast(open),
  };
}

interface FutureCost extends Opening {
  readonly notRequested: number;
  readonly size: number;
}

function isWorse(future: FutureCost, best: Cost): boolean {
  const difference =
    future.writes - best.writes ||
    future.weight - best.weight ||
    future.notRequested - best.notRequested ||
    future.size - best.scopes.length;
  return difference > 0;
}

/** Demands that share no scope need one scope each. */
function atLeast(open: readonly AnyOf[]): number {
  const met = new Set<ScopeKey>();
  let count = 0;
  for (const demand of open) {
    if (demand.some((scope) => met.has(scope))) continue;
    count += 1;
    for (const scope of demand) met.add(scope);
  }
  return count;
}

/** The scope that serves most first: a good set early cuts the rest of the search short. */
function byReach(demand: AnyOf, open: readonly AnyOf[]): readonly ScopeKey[] {
  const reach = (scope: ScopeKey): number => open.filter((other) => other.includes(scope)).length;
  return [...demand].sort((a, b) => reach(b) - reach(a) || compareText(a, b));
}

function costOf(chosen: readonly ScopeKey[], preference: Preference): Cost {
  const scopes = [...chosen].sort(compareText);
  const notRequested = scopes.filter((scope) => !preference.isRequested(scope)).length;
  return { scopes, notRequested, ...preference.weigh(scopes) };
}
