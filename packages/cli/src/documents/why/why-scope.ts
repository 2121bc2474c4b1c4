import type { Declaration, ScopeNeed } from '@leastscope/analyzer';
import type { Scope } from '@leastscope/scope-catalog';
import type { Answer } from './answer.js';
import { explainCall, needsOf, nothingYet } from './ask.js';
import type { Asked } from './ask.js';

/** The calls, webhooks and manual uses that need a scope; where another scope serves them, that one. */
export function whyScope(scope: Scope, asked: Asked): Answer {
  const needs = needsOf(asked);
  const need = needs.scopes.find(({ scope: key }) => key === scope.key);
  const subject = { kind: 'scope' as const, id: scope.key, title: scope.title };
  const requested = requestedWord(scope, asked.analysis.declaration);
  if (need === undefined) return { subject, ...nothingYet(needs), ...unneeded(scope, requested, asked) };
  const webhooks = need.webhooks.map((type) => ({
    type,
    title: asked.catalog.webhookByType.get(type)?.title ?? '',
  }));
  return {
    subject,
    ...nothingYet(needs),
    says: `It is ${requested}${stateOf(need)}. ${need.reason}`,
    calls: need.uses.map((use) => explainCall(use, null, asked)),
    webhooks,
    manual: need.manual,
    alternatives: need.alternatives,
  };
}

function stateOf({ state, status }: ScopeNeed): string {
  if (state === 'possibly-needed') return 'possibly needed: only calls that stayed open between endpoints';
  if (status === 'required-by-webhook') return 'needed by webhooks only';
  return status === 'manual' ? 'needed by code that this tool cannot read only' : 'needed';
}

/** Calls that it would open too, but that a scope of the minimum serves. */
function unneeded(
  scope: Scope,
  requested: string,
  asked: Asked,
): Pick<Answer, 'says' | 'calls' | 'alternatives'> {
  const { uses, scopes } = needsOf(asked);
  const served = uses.filter((use) => scopesOf(use.endpoint, asked).includes(scope.key));
  const by = scopes.filter((need) => need.uses.some((use) => served.includes(use))).map((need) => need.scope);
  const why =
    served.length === 0 ? 'no call, webhook or manual use needs it' : 'another scope serves the same calls';
  return {
    says: `It is ${requested}${unneededWord(scope, asked)}: ${why}.`,
    calls: served.map((use) => explainCall(use, null, asked)),
    alternatives: by,
  };
}

/** Something open could need it after all. */
function unneededWord({ key }: Scope, asked: Asked): string {
  const { open, unread, difference } = needsOf(asked);
  const isDoubtful = difference?.possiblyUnused.some(({ scope }) => scope === key) ?? false;
  return isDoubtful || open.length + unread.length > 0 ? 'not seen to be needed' : 'not needed';
}

function scopesOf(endpoint: string | null, { catalog }: Asked): readonly string[] {
  return catalog.endpointById.get(endpoint ?? '')?.scopes ?? [];
}

/** Nothing is said of a request where there is no declaration. */
function requestedWord({ key }: Scope, declaration: Declaration | null): string {
  if (declaration === null) return '';
  const isRequested = declaration.requestedScopes.some(({ value }) => value === key);
  return isRequested ? 'requested, and ' : 'not requested, and ';
}
