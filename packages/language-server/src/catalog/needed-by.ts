import type { Place, ScopeNeed } from '@leastscope/analyzer';
import type { View } from '../model/view.js';
import { count } from '../text/words.js';

export function needOf({ analysis }: View, key: string): ScopeNeed | null {
  return analysis.needs.scopes.find(({ scope }) => scope === key) ?? null;
}

/** The calls that a scope serves, in this project. */
export function callsOf(view: View, key: string): readonly Place[] {
  return (needOf(view, key)?.uses ?? []).map(({ place }) => place);
}

/** `3 calls · needed`; of what nothing is seen to need, what could still need it. */
export function neededWords(view: View, key: string): string {
  const need = needOf(view, key);
  if (need === null) return unneededWords(view, key);
  const parts = [
    ...(need.uses.length > 0 ? [count(need.uses.length, 'call')] : []),
    ...(need.webhooks.length > 0 ? [count(need.webhooks.length, 'webhook')] : []),
    ...(need.manual.length > 0 ? [count(need.manual.length, 'manual use')] : []),
  ];
  return [...parts, need.state === 'needed' ? 'needed' : 'possibly needed'].join(' · ');
}

function unneededWords({ analysis: { needs } }: View, key: string): string {
  const { difference, open, unread } = needs;
  const doubts = difference?.possiblyUnused.find(({ scope }) => scope === key)?.doubts.length ?? 0;
  if (doubts > 0) return `nothing is seen to need it · ${count(doubts, 'open point')} could`;
  const removal = difference?.drop.find(({ scope }) => scope === key);
  if (removal !== undefined && removal.servedBy.length > 0)
    return `not needed · ${removal.servedBy.join(', ')} serves its calls`;
  if (removal !== undefined && removal.testUses.length > 0) return 'only tests call for it';
  return open.length + unread.length > 0 && removal === undefined
    ? 'nothing is seen to need it'
    : 'nothing needs it';
}
