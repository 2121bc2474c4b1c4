import { platformPaths, type Catalog, type Endpoint, type EndpointId } from '@leastscope/scope-catalog';
import { fileKind } from '../lookups/file-kind.js';
import { isCounted } from '../lookups/counted.js';
import { placeOf } from '../lookups/place-of.js';
import type { FileFacts, PathText } from '../model/facts.js';
import type { PathMention, Use } from '../model/needs.js';
import { addTo } from '../util/add-to.js';
import { oncePer } from '../util/once-per.js';

/** Paths of endpoints that stand in texts of the code, in the order of the files. */
export function pathMentionsIn(
  catalog: Catalog,
  files: readonly FileFacts[],
  includeTests: boolean,
): readonly PathMention[] {
  return files
    .filter(({ file }) => isCounted(fileKind(file), includeTests))
    .flatMap(({ file, lineStarts, pathTexts }) =>
      pathTexts.flatMap((one): readonly PathMention[] => {
        const endpoints = namedByText(catalog)(one);
        return endpoints.length === 0 ? [] : [{ endpoints, place: placeOf(file, lineStarts, one.span) }];
      }),
    );
}

/** Those that no call is seen to ask for: something that is not followed may. */
export function unexplained(
  catalog: Catalog,
  mentions: readonly PathMention[],
  uses: readonly Use[],
): readonly PathMention[] {
  const used = new Set(uses.flatMap((use) => [use.endpoint, ...namedByUse(catalog)(use)]));
  return mentions.filter(({ endpoints }) => !endpoints.some((id) => used.has(id)));
}

const namedByText = oncePer((catalog: Catalog) => oncePer(({ text }: PathText) => named(catalog, text)));
const namedByUse = oncePer((catalog: Catalog) => oncePer(({ path }: Use) => named(catalog, path)));

function named(catalog: Catalog, path: string): readonly EndpointId[] {
  return endpointsNamed(catalog, path).map(({ id }) => id);
}

/** An endpoint with its module and what stands behind the version in its path. */
interface End {
  readonly endpoint: Endpoint;
  readonly segments: readonly string[];
}

/** By module; under the empty name all of them. */
const endsOf = oncePer((catalog: Catalog): ReadonlyMap<string, readonly End[]> => {
  const found = new Map<string, End[]>();
  for (const endpoint of catalog.endpoints) {
    const segments = behindVersion(catalog, endpoint.path);
    if (segments === null) continue;
    for (const module of new Set(['', segments[0] ?? ''])) addTo(found, module, { endpoint, segments });
  }
  return found;
});

/** The endpoints of exactly this path, in any version; where there is none, those whose path goes on from it. */
function endpointsNamed(catalog: Catalog, text: string): readonly Endpoint[] {
  const asked = behindVersion(catalog, text);
  if (asked === null) return [];
  const found = (endsOf(catalog).get(asked[0] ?? '') ?? []).filter(({ segments }) => begins(segments, asked));
  const below = found.map(({ endpoint }) => endpoint);
  const exact = found
    .filter(({ segments }) => segments.length === asked.length)
    .map(({ endpoint }) => endpoint);
  return exact.length > 0 && !text.endsWith('/') ? exact : below;
}

/** The module, where it is known, and the segments behind the version; null when there is no version, or nothing behind it. */
function behindVersion(catalog: Catalog, path: string): readonly string[] | null {
  const { isVersion } = platformPaths(catalog);
  const segments = path.split('/').filter((segment) => segment !== '');
  const at = segments.findIndex(isVersion);
  if (at === -1 || at === segments.length - 1) return null;
  return [segments[at - 1] ?? '', ...segments.slice(at + 1)];
}

/** Whether one begins with all segments of the other but its module. */
function begins(of: readonly string[], asked: readonly string[]): boolean {
  return asked.every((segment, at) => {
    const known = of[at];
    return at === 0 || known === segment || (known?.startsWith('{') === true && /\d|^\{/.test(segment));
  });
}
