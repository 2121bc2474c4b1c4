import { resolveEndpoint } from '../../lookups/resolve-endpoint.js';
import { defineRule } from '../define-rule.js';
import { relatedOf } from '../wording/related-places.js';

export const unknownVersion = defineRule({
  id: 'unknown-version',
  meta: {
    title: 'A call uses a version of a known endpoint that the catalog lacks.',
    defaultSeverity: 'note',
    horizon: 'file',
    why: 'All versions of an operation share its scope, so the call is judged by a version that the catalog knows. What data this very version delivers is not known.',
    fix: 'Nothing, if the version exists. Otherwise use one that the catalog knows.',
  },
  messages: {
    version: {
      message: 'This catalog does not know this version of `{{known}}`; `{{endpoint}}` is judged by it.',
      why: 'All versions of an operation share its scope; what data this very version delivers is not known.',
      help: 'Check that the version exists; nothing else is to be done.',
    },
  },
  check: ({ uses, catalog }) =>
    uses.flatMap((use) => {
      const { endpoint } = resolveEndpoint(catalog, use);
      if (use.fit !== 'family' || use.state !== 'needed' || endpoint === null) return [];
      const data = { endpoint: `${use.method} ${use.path}`, known: endpoint.id };
      return { message: 'version', data, place: use.place, related: relatedOf(use) };
    }),
});
