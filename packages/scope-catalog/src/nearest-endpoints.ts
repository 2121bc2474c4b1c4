import { editDistance } from './edit-distance.js';
import { trimPath } from './path-shape.js';
import { platformPaths, type PlatformPaths } from './platform-path.js';
import type { Catalog, Endpoint, HttpMethod } from './types.js';

interface Ranked {
  readonly endpoint: Endpoint;
  readonly cost: number;
}

/** Beyond this the path is about something else: more than one segment is missing and another is misspelled. */
const farthest = 1.5;

/** Longer than any path, even with a host in front. */
const longestPath = 400;

/** Endpoints that were probably meant, nearest first, one version of each operation. Empty when none is near. */
export function nearestEndpoints(
  catalog: Catalog,
  method: HttpMethod | null,
  path: string,
  limit = 3,
): readonly Endpoint[] {
  if (path.length > longestPath) return [];
  const asked = segmentsOf(path);
  const { isVersion } = platformPaths(catalog);
  const ranked = catalog.endpoints
    .map((endpoint) => ({ endpoint, cost: costOf(method, asked, endpoint, isVersion) }))
    .filter(({ cost }) => cost <= farthest)
    .sort((a, b) => a.cost - b.cost || newestThenName(a.endpoint, b.endpoint));
  return onePerFamily(ranked).slice(0, limit);
}

/** Blanks, case, a missing slash and a host in front are forgiven here: they are the usual slips. */
function segmentsOf(path: string): readonly string[] {
  const withoutHost = path.trim().replace(/^https?:\/\/[^/]+/i, '');
  const segments = trimPath(withoutHost).toLowerCase().split('/');
  return segments.map((segment) => segment.trim()).filter((segment) => segment !== '');
}

function costOf(
  method: HttpMethod | null,
  asked: readonly string[],
  endpoint: Endpoint,
  isVersion: PlatformPaths['isVersion'],
): number {
  const wrongMethod = method === null || method === endpoint.method ? 0 : 0.4;
  const template = endpoint.path.split('/').slice(1);
  if (Math.abs(template.length - asked.length) > farthest) return Infinity;
  return wrongMethod + alignmentCost(asked, template, isVersion);
}

/** Segments aligned like letters in an edit distance, each change priced by how unlike the two segments are. */
function alignmentCost(
  asked: readonly string[],
  template: readonly string[],
  isVersion: PlatformPaths['isVersion'],
): number {
  let previous = Array.from({ length: template.length + 1 }, (_, column) => column);
  for (const [row, segment] of asked.entries()) {
    const current = [row + 1];
    for (const [column, text] of template.entries()) {
      const change = (previous[column] ?? Infinity) + segmentCost(segment, text, isVersion);
      const drop = (previous[column + 1] ?? Infinity) + 1;
      const add = (current[column] ?? Infinity) + 1;
      current.push(Math.min(change, drop, add));
    }
    previous = current;
  }
  return previous[template.length] ?? Infinity;
}

function segmentCost(asked: string, template: string, isVersion: PlatformPaths['isVersion']): number {
  if (asked === template) return 0;
  if (template.startsWith('{')) return asked.startsWith('{') || /\d/.test(asked) ? 0.05 : 0.3;
  if (isVersion(template))
    return isVersion(asked) || asked.startsWith('{') ? 0.05 : versionSlip(asked, template);
  if (asked.startsWith('{')) return 0.6;
  const unlike = editDistance(asked, template) / Math.max(asked.length, template.length);
  return unlike > 0.5 ? 1.2 : unlike;
}

function versionSlip(asked: string, template: string): number {
  return /^v?\d+$/.test(asked) ? 0.1 + editDistance(asked, template) / 20 : 1.2;
}

function onePerFamily(ranked: readonly Ranked[]): readonly Endpoint[] {
  const seen = new Set<string>();
  return ranked.flatMap(({ endpoint }) => {
    if (seen.has(endpoint.family)) return [];
    seen.add(endpoint.family);
    return [endpoint];
  });
}

function newestThenName(a: Endpoint, b: Endpoint): number {
  const [older, newer] = [a.version ?? '', b.version ?? ''];
  if (a.family === b.family && older !== newer) return older < newer ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
