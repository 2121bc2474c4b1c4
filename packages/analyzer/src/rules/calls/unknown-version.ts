import { platformPaths, type Catalog, type Endpoint } from '@leastscope/scope-catalog';
import { isNewerThanCatalog } from '../../lookups/newer-version.js';
import { resolveEndpoint } from '../../lookups/resolve-endpoint.js';
import type { Use } from '../../model/needs.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';
import { relatedOf } from '../wording/related-places.js';

type MessageId = 'unlisted' | 'older' | 'newer';

const why =
  'All versions of an operation share its scope; what data this very version delivers is not known.';

export const unknownVersion = defineRule<MessageId>({
  id: 'unknown-version',
  meta: {
    title: 'A call uses a version of a known endpoint that the catalog lacks.',
    defaultSeverity: 'note',
    horizon: 'file',
    why: 'All versions of an operation share its scope, so the call is judged by a version that the catalog knows. What data this very version delivers is not known.',
    fix: 'Nothing, if the version exists. Otherwise use one that the catalog knows.',
  },
  messages: {
    unlisted: {
      message:
        'This catalog does not list `{{endpoint}}`; the call is judged by `{{known}}`, another version of it.',
      why,
      help: 'Check that the version exists; nothing else is to be done.',
    },
    older: {
      message:
        'This catalog does not list `{{endpoint}}`: the first version that it knows is `{{known}}`, which the call is judged by.',
      why,
      help: 'The version probably does not exist: use `{{known}}`, or check it in the Partner Center.',
    },
    newer: {
      message:
        'This catalog does not list `{{endpoint}}`, which may be newer: endpoints are listed completely until {{listed}}. It is judged by `{{known}}`.',
      why,
      help: 'Update the catalog; nothing else is to be done.',
    },
  },
  check: ({ uses, catalog }) =>
    uses.flatMap((use) => {
      const { endpoint } = resolveEndpoint(catalog, use);
      if (use.fit !== 'family' || use.state !== 'needed' || endpoint === null) return [];
      const version = platformPaths(catalog).versionIn(use.path);
      // Where the version stayed open nothing is known to be missing.
      if (version === null) return [];
      return [{ ...judge(catalog, use, endpoint, version), place: use.place, related: relatedOf(use) }];
    }),
});

function judge(
  catalog: Catalog,
  use: Use,
  endpoint: Endpoint,
  version: string,
): Pick<Report<MessageId>, 'message' | 'data'> {
  const data = { endpoint: `${use.method} ${use.path}`, known: endpoint.id, listed: catalog.listed };
  if (isNewerThanCatalog(catalog, use.path)) return { message: 'newer', data };
  const first = firstOf(catalog, endpoint);
  if ((first.version ?? '') <= version) return { message: 'unlisted', data };
  return { message: 'older', data: { ...data, known: first.id } };
}

function firstOf(catalog: Catalog, endpoint: Endpoint): Endpoint {
  return catalog.endpoints
    .filter(({ family }) => family === endpoint.family)
    .reduce((first, one) => ((one.version ?? '') < (first.version ?? '') ? one : first), endpoint);
}
