import type { Catalog, EndpointId } from '@leastscope/scope-catalog';
import { isScopeKnown, resolveEndpoint } from '../../lookups/resolve-endpoint.js';
import type { Use } from '../../model/needs.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';
import { relatedOf } from '../wording/related-places.js';

type MessageId = 'deprecated' | 'legacy';

export const deprecatedEndpoint = defineRule<MessageId>({
  id: 'deprecated-endpoint',
  meta: {
    title: 'A call goes to an endpoint whose end is announced, or of the first API generation.',
    defaultSeverity: 'warning',
    horizon: 'file',
    why: 'The platform switches such endpoints off, and what replaces them may need another scope, which existing sellers have to authorize first.',
    fix: 'Move to the named replacement, and request its scope before the move so that sellers can authorize in time.',
  },
  messages: {
    deprecated: {
      message: '`{{endpoint}}` is deprecated.',
      why: 'The platform has announced its end; then the call fails.',
      help: '{{replacement}}',
    },
    legacy: {
      message: '`{{endpoint}}` belongs to the first API generation, which the platform has closed.',
      why: 'Such paths were phased out in the course of 2025; the call fails or soon will.',
      help: '{{replacement}}',
    },
  },
  check: ({ uses, catalog }) => uses.flatMap((use) => judge(catalog, use)),
});

function judge(catalog: Catalog, use: Use): readonly Report<MessageId>[] {
  if (use.state !== 'needed') return [];
  const { endpoint, legacy } = resolveEndpoint(catalog, use);
  const at = { place: use.place, related: relatedOf(use) };
  if (legacy !== null) {
    return [
      {
        message: 'legacy',
        data: { endpoint: legacy.id, replacement: advice(catalog, legacy.replacement) },
        ...at,
      },
    ];
  }
  if (endpoint?.status !== 'deprecated') return [];
  const data = { endpoint: endpoint.id, replacement: advice(catalog, endpoint.replacedBy) };
  return [{ message: 'deprecated', data, ...at }];
}

function advice(catalog: Catalog, replacement: EndpointId | null): string {
  if (replacement === null) return 'No replacement is known; look the operation up in the Partner Center.';
  const endpoint = catalog.endpointById.get(replacement);
  if (endpoint === undefined || !isScopeKnown(endpoint)) return `Use \`${replacement}\` instead.`;
  const scopes = endpoint.scopes.map((scope) => `\`${scope}\``).join(' or ');
  const verb = endpoint.scopeConfidence === 'inferred' ? 'probably needs' : 'needs';
  return scopes === ''
    ? `Use \`${replacement}\` instead; it needs no scope.`
    : `Use \`${replacement}\` instead; it ${verb} ${scopes}.`;
}
