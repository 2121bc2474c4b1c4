import { lacksScope } from '../../lookups/lacks-scope.js';
import type { Catalog, Endpoint, ScopeKey } from '@leastscope/scope-catalog';
import { endpointOfText, statedScopes } from '../../lookups/declared-demands.js';
import { requestedKeys } from '../../lookups/requested-keys.js';
import { resolveEndpoint } from '../../lookups/resolve-endpoint.js';
import type { Declaration } from '../../model/declaration.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Report, ReportData } from '../define-rule.js';
import { relatedOf } from '../wording/related-places.js';

type MessageId = 'call' | 'callAny' | 'inferred' | 'webhook' | 'manual';

const why =
  'At run time the platform answers with error {{predictedError}}, because app and token lack the scope.';
const help =
  '{{step}} {{scopes:or}} in Manage API and list it under `requestedScopes`; every {{who}} who has authorized the app must authorize it again. Or drop the call.';

export const missingScope = defineRule<MessageId>({
  id: 'missing-scope',
  meta: {
    title: 'A call needs a scope that is not requested.',
    defaultSeverity: 'error',
    horizon: 'file',
    why: 'A call whose scope is not enabled fails at run time, and a scope that is added later works only after every seller has authorized the app again.',
    fix: 'Enable one of the named scopes in Manage API and list it under `requestedScopes`, or drop the call. Where several scopes are named, any one is enough.',
  },
  messages: {
    call: { message: '`{{endpoint}}` needs {{scopes}}, which is not requested.', why, help },
    callAny: {
      message: '`{{endpoint}}` needs {{scopes:or}} (any one is enough), and none of them is requested.',
      why,
      help,
    },
    inferred: {
      message:
        '`{{endpoint}}` probably needs {{scopes:or}}, which is not requested. The catalog infers this; no page of the platform states it.',
      why,
      help,
    },
    webhook: {
      message: 'Webhook {{webhook}} needs {{scopes:or}}, which is not requested.',
      why: 'Without the scope the platform does not send this topic.',
      help: '{{step}} {{scopes:or}} in Manage API and list it under `requestedScopes`; every {{who}} who has authorized the app must authorize it again. Or take the webhook out.',
    },
    manual: {
      message: 'The manual use of `{{endpoint}}` needs {{scopes:or}}, which is not requested.',
      why,
      help,
    },
  },
  check(context) {
    const { declaration } = context;
    // A scope that could not be read from the list may be the very one.
    if (declaration === null || declaration.incomplete.includes('requestedScopes')) return [];
    const requested = requestedKeys(context.catalog, declaration);
    return [
      ...callsWithout(requested, context),
      ...webhooksWithout(requested, context.catalog, declaration),
      ...manualUsesWithout(requested, context.catalog, declaration),
    ];
  },
});

function callsWithout(requested: ReadonlySet<ScopeKey>, context: RuleContext): readonly Report<MessageId>[] {
  return context.uses.flatMap((use) => {
    const { endpoint, legacy } = resolveEndpoint(context.catalog, use);
    if (use.state !== 'needed' || endpoint === null || !lacksScope(endpoint, requested)) return [];
    // A legacy path is judged by the scope of what replaces it: good, but not what its own page says.
    const isInferred = endpoint.scopeConfidence === 'inferred' || legacy !== null;
    return {
      message: messageOf(endpoint, isInferred),
      data: { endpoint: (legacy ?? endpoint).id, ...scopeData(context.catalog, endpoint.scopes) },
      place: use.place,
      related: relatedOf(use),
      confidence: isInferred ? 'inferred' : 'sure',
    };
  });
}

function messageOf(endpoint: Endpoint, isInferred: boolean): MessageId {
  if (isInferred) return 'inferred';
  return endpoint.scopes.length === 1 ? 'call' : 'callAny';
}

function webhooksWithout(
  requested: ReadonlySet<ScopeKey>,
  catalog: Catalog,
  declaration: Declaration,
): readonly Report<MessageId>[] {
  return declaration.webhooks.flatMap(({ value, place }) => {
    const scopes = statedScopes(catalog, value);
    if (scopes.length === 0 || scopes.some((scope) => requested.has(scope))) return [];
    return { message: 'webhook', data: { webhook: String(value), ...scopeData(catalog, scopes) }, place };
  });
}

function manualUsesWithout(
  requested: ReadonlySet<ScopeKey>,
  catalog: Catalog,
  declaration: Declaration,
): readonly Report<MessageId>[] {
  return declaration.manualUsage.flatMap(({ endpoint: text, place }) => {
    const endpoint = endpointOfText(catalog, text);
    if (endpoint === null || !lacksScope(endpoint, requested)) return [];
    const confidence = endpoint.scopeConfidence === 'inferred' ? 'inferred' : 'sure';
    const data = { endpoint: text, ...scopeData(catalog, endpoint.scopes) };
    return { message: 'manual', data, place, confidence };
  });
}

function scopeData(catalog: Catalog, scopes: readonly ScopeKey[]): ReportData {
  const allCustom = scopes.every((scope) => catalog.scopeByKey.get(scope)?.kind === 'custom');
  const who =
    scopes.map((scope) => catalog.scopeByKey.get(scope)?.principal).find((kind) => kind) ?? 'seller';
  return {
    scopes,
    who,
    predictedError: catalog.platform.answers.missingScope,
    step: allCustom ? 'Apply for' : 'Enable',
  };
}
