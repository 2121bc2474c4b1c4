import type { ScopeKey } from '@leastscope/scope-catalog';
import { compareText } from '../lookups/places.js';
import type { ScopeNeed } from '../model/needs.js';
import { explainChoice } from './explain-choice.js';
import type { Demand } from './find-demands.js';
import { minimalCover } from './minimal-cover.js';
import type { Cost, Preference } from './minimal-cover.js';

export interface ScopeNeedsInput {
  /** What surely has to be served. */
  readonly certain: readonly Demand[];
  /** What may have to be: uses whose method or path stayed open between endpoints. */
  readonly possible: readonly Demand[];
  readonly preference: Preference;
}

/** The set of least power that serves what is certain, then what the merely possible would need on top. By key. */
export function findScopeNeeds({ certain, possible, preference }: ScopeNeedsInput): readonly ScopeNeed[] {
  const needed = coverOf(certain, preference);
  const chosen = new Set(needed.scopes);
  const isServed = ({ anyOf }: Demand): boolean => anyOf.some((scope) => chosen.has(scope));
  const served = possible.filter(isServed);
  const unserved = possible.filter((demand) => !isServed(demand));
  return [
    ...needsOf('needed', needed, [...certain, ...served], certain, preference),
    ...needsOf('possibly-needed', coverOf(unserved, preference), unserved, unserved, preference),
  ].sort((a, b) => compareText(a.scope, b.scope));
}

function coverOf(demands: readonly Demand[], preference: Preference): Cost {
  const none = { scopes: [], notRequested: 0, writes: 0, weight: 0, personal: 0, sensitive: 0 };
  return (
    minimalCover(
      demands.map((demand) => demand.anyOf),
      preference,
    ) ?? none
  );
}

function needsOf(
  state: ScopeNeed['state'],
  cover: Cost,
  served: readonly Demand[],
  deciding: readonly Demand[],
  preference: Preference,
): readonly ScopeNeed[] {
  return cover.scopes.map((scope) => {
    const mine = served.filter((demand) => servingScope(demand, cover.scopes) === scope);
    return {
      scope,
      state,
      ...evidenceOf(mine),
      alternatives: alternativesOf(mine, cover.scopes),
      reason: explainChoice(scope, deciding, cover, preference),
    };
  });
}

/** Where two chosen scopes would serve one demand, it is counted for the first by key only. */
function servingScope(demand: Demand, chosen: readonly ScopeKey[]): ScopeKey | undefined {
  return chosen.find((scope) => demand.anyOf.includes(scope));
}

function evidenceOf(demands: readonly Demand[]): Pick<ScopeNeed, 'status' | 'uses' | 'webhooks' | 'manual'> {
  const uses = demands.flatMap((demand) => (demand.kind === 'use' ? [demand.use] : []));
  const manual = demands.flatMap((demand) => (demand.kind === 'manual' ? [demand.manual] : []));
  const types = demands.flatMap((demand) => (demand.kind === 'webhook' ? [demand.type] : []));
  const webhooks = [...new Set(types)].sort((a, b) => a - b);
  return { status: statusOf(uses.length, manual.length), uses, webhooks, manual };
}

function statusOf(uses: number, manual: number): ScopeNeed['status'] {
  if (uses > 0) return 'required';
  return manual > 0 ? 'manual' : 'required-by-webhook';
}

function alternativesOf(demands: readonly Demand[], chosen: readonly ScopeKey[]): readonly ScopeKey[] {
  const others = demands.flatMap((demand) => demand.anyOf).filter((scope) => !chosen.includes(scope));
  return [...new Set(others)].sort(compareText);
}
