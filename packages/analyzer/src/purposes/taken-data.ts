import { alternativesOf, changesSome, fieldsOf } from '@leastscope/scope-catalog';
import type { Alternative, Catalog, CategoryId, EndpointId } from '@leastscope/scope-catalog';
import { distinct } from '../util/distinct.js';
import { keyOfPlace } from '../lookups/places.js';
import { isEnvelope } from '../lookups/answer-envelope.js';
import { outerPaths } from '../lookups/response-path.js';
import type { FieldRead, Flows, Outflow } from '../model/data-flow.js';
import type { Use } from '../model/needs.js';
import type { Place } from '../model/place.js';
import { groupBy } from '../util/group-by.js';
import { oncePer } from '../util/once-per.js';

/** What code takes of the answers of some calls. */
export interface TakenData {
  /** What is asked for by name, where it ends: `data.orders` on the way to `data.orders[].id` is left out. */
  readonly paths: readonly string[];
  readonly categories: readonly CategoryId[];
  /** A record left, or something went where it cannot be followed: nothing can be called unread then. */
  readonly isOpen: boolean;
}

export type Point = FieldRead | Outflow;

/** The points that speak of the answers of one endpoint at some calls, reads first. */
export function pointsOf(
  flows: Pick<Flows, 'reads' | 'outflows'>,
  endpoint: EndpointId,
  calls: readonly Place[],
): readonly Point[] {
  const byCall = pointsByCall(flows);
  return distinct(calls.map(keyOfPlace))
    .flatMap((key) => byCall.get(key) ?? [])
    .filter(({ point }) => point.part.endpoint === endpoint)
    .sort((a, b) => a.position - b.position)
    .map(({ point }) => point);
}

/** By the place of the call, each with its position among all. Every call may be asked for. */
const pointsByCall = oncePer(({ reads, outflows }: Pick<Flows, 'reads' | 'outflows'>) =>
  groupBy(
    [...reads, ...outflows].map((point: Point, position) => ({ point, position })),
    ({ point }) => keyOfPlace(point.use),
  ),
);

export function takenOf(catalog: Catalog, points: readonly Point[]): TakenData {
  const above = pathsAbove(points);
  const ends = points.filter(({ part }) => !above.has(part.path) && !isEnvelope(catalog, part.path));
  return {
    paths: distinct(ends.map(({ part }) => part.path)),
    categories: distinct(ends.flatMap((point) => categoriesOf(catalog, point))),
    isOpen: points.some(
      (point) => point.kind === 'outflow' && (point.to === 'escaped' || point.part.kind === 'record'),
    ),
  };
}

/**
 * The narrower ways that carry all that is taken. None where that is not known, or is nothing; a switch only where some
 * request is seen to set it.
 */
export function narrowerWays(
  catalog: Catalog,
  endpoint: EndpointId,
  { paths, isOpen }: TakenData,
  uses: readonly Use[],
): readonly Alternative[] {
  if (isOpen || paths.length === 0) return [];
  return alternativesOf(catalog, endpoint).filter(
    (way) =>
      changesSome(way, uses) &&
      paths.every((path) => way.carries.some((carried) => isCarried(path, carried))),
  );
}

/** A few are enough to choose from; all are in the finding's data. */
const mostOffered = 2;

export function titlesOf(ways: readonly Alternative[]): string {
  return ways
    .slice(0, mostOffered)
    .map(({ title }) => title)
    .join(', or ');
}

function isCarried(path: string, carried: string): boolean {
  return path === carried || (carried.endsWith('*') && path.startsWith(carried.slice(0, -1)));
}

/** What holds something is only a way where something below it is taken: all paths that lead to another one. */
function pathsAbove(points: readonly Point[]): ReadonlySet<string> {
  const paths = distinct(points.map(({ part }) => part.path));
  return new Set(paths.flatMap((path) => outerPaths(path)));
}

/** What the catalog does not name is of the category of the rest of the answer. */
function categoriesOf(catalog: Catalog, { part }: Point): readonly CategoryId[] {
  if (part.categories.length > 0) return part.categories;
  return fieldsOf(catalog, part.endpoint)
    .filter(({ direction, path }) => direction === 'response' && isCarried(part.path, path))
    .map(({ category }) => category);
}
