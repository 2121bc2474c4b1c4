import type { ScopeKey } from '@leastscope/scope-catalog';
import { minimalCover } from './minimal-cover.js';
import type { Demand } from './find-demands.js';
import type { AnyOf, Cost, Preference } from './minimal-cover.js';

/** Why a scope is in the cover, in one sentence: what it is needed for, or what the best set without it would cost. */
export function explainChoice(
  scope: ScopeKey,
  demands: readonly Demand[],
  cover: Cost,
  preference: Preference,
): string {
  const only = demands.filter(({ anyOf }) => isOnly(scope, anyOf));
  if (only.length > 0) return `${namesOf(only)} no other scope.`;
  const without = demands.map(({ anyOf }) => anyOf.filter((other) => other !== scope));
  const rival = minimalCover(without, preference);
  if (rival === null) return 'No other scope would do.';
  const instead = rival.scopes.filter((other) => !cover.scopes.includes(other));
  return compared(cover, rival, instead);
}

function compared(cover: Cost, rival: Cost, instead: readonly ScopeKey[]): string {
  const other = instead.map((scope) => `\`${scope}\``).join(' and ');
  const more = powerOf(cover, rival);
  if (more.length > 0) return `${other} would do as well, but ${more.join(' and ')}.`;
  if (rival.notRequested > cover.notRequested) {
    return `${other} would do as well and opens no less personal data, but is not requested yet.`;
  }
  if (rival.scopes.length > cover.scopes.length) {
    const extra = rival.scopes.length - cover.scopes.length;
    return `${other} would do as well, but with ${extra} more ${extra === 1 ? 'scope' : 'scopes'} in all.`;
  }
  return `${other} would do as well; both open equally much personal data, so the first by key is taken.`;
}

/** What the other set could do beyond the chosen one. The first of it decided; whoever asks why wants to know all of it. */
function powerOf(cover: Cost, rival: Cost): readonly string[] {
  return [
    ...(rival.writes > cover.writes
      ? [`can change more (${changed(rival)}, against ${changed(cover)})`]
      : []),
    ...(rival.weight > cover.weight
      ? [`opens more personal data (${opened(rival)}, against ${opened(cover)})`]
      : []),
  ];
}

function isOnly(scope: ScopeKey, anyOf: AnyOf): boolean {
  return anyOf.every((other) => other === scope);
}

/** "`GET /a` accepts", "`GET /a` and 2 more accept". */
function namesOf(demands: readonly Demand[]): string {
  const [first = '', ...more] = new Set(demands.map(nameOf));
  return more.length === 0 ? `${first} accepts` : `${first} and ${more.length} more accept`;
}

function nameOf(demand: Demand): string {
  if (demand.kind === 'webhook') return `Webhook ${demand.type}`;
  return `\`${demand.kind === 'manual' ? demand.manual.endpoint : (demand.use.endpoint ?? demand.use.path)}\``;
}

function opened(cost: Cost): string {
  const categories = `${cost.personal} ${cost.personal === 1 ? 'category' : 'categories'}`;
  return cost.sensitive === 0 ? categories : `${categories}, ${cost.sensitive} sensitive`;
}

function changed(cost: Cost): string {
  return `${cost.writes} ${cost.writes === 1 ? 'writing operation' : 'writing operations'}`;
}
