import { resolveEndpoint } from '../../lookups/resolve-endpoint.js';
import { defineRule } from '../define-rule.js';
import { relatedOf } from '../wording/related-places.js';

export const wrongToken = defineRule({
  id: 'wrong-token',
  meta: {
    title: 'A call takes a token of a kind that the app does not hold.',
    defaultSeverity: 'error',
    horizon: 'file',
    why: 'Seller, creator and partner endpoints each take the token of their own kind of user. With another kind the platform refuses the call whatever the scopes.',
    fix: 'Have that kind of user authorize the app and list the kind under `app.tokens`, or drop the call.',
  },
  messages: {
    wrong: {
      message: '`{{endpoint}}` takes a token of a {{takes:or}}; the app declares {{holds}} only.',
      why: 'The platform refuses a token of another kind, whatever its scopes.',
      help: 'If the app is authorized by that kind of user too, add it to `app.tokens`; otherwise drop the call.',
    },
  },
  check({ uses, catalog, declaration }) {
    const holds = declaration?.app.tokens ?? [];
    if (declaration === null || holds.length === 0) return [];
    return uses.flatMap((use) => {
      const { endpoint } = resolveEndpoint(catalog, use);
      if (endpoint === null || use.state !== 'needed' || endpoint.tokens.length === 0) return [];
      if (endpoint.tokens.some((kind) => holds.includes(kind))) return [];
      return {
        message: 'wrong',
        data: { endpoint: endpoint.id, takes: endpoint.tokens, holds },
        place: use.place,
        related: [
          ...relatedOf(use),
          { place: declaration.app.place, note: 'the app declares its tokens here' },
        ],
      };
    });
  },
});
