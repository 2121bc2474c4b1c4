import {
  comparePlaces,
  compareText,
  isWithin,
  type FieldRead,
  type Finding,
  type Use,
} from '@leastscope/analyzer';
import type { Alternative } from '@leastscope/scope-catalog';
import type { UseNarrower } from '../model/operation.js';
import { findPath } from './find-path.js';
import { movedNames } from './moved-names.js';
import { left, operations, type PlanContext, type Planner } from './planner.js';
import { fillIn, isSameShape, pathOf } from './paths.js';
import { readsOfCall, seenReads } from './seen-reads.js';
import { sharesPath } from './shares-path.js';
import { atCall, callsOf, waysOf } from './ways.js';

/**
 * Calls an endpoint that brings all that is read and less besides, where the request stays as it is but for its path, and reads
 * the answer where the other endpoint has it.
 */
export const useNarrower: Planner = (finding, context) => {
  if (finding.rule !== 'unread-data' || context.needs === null) return null;
  const ways = waysOf(finding, ['endpoint', 'version'], context);
  const calls = callsOf(finding, context);
  if (ways.length === 0) return null;
  let reason = '';
  for (const way of ways) {
    const planned = calls.map((use) => operationFor(use, way, finding, context));
    const fitting = planned.filter((one) => typeof one !== 'string');
    if (fitting.length === planned.length) return operations(...fitting);
    reason = planned.find((one) => typeof one === 'string') ?? reason;
  }
  return left(reason);
};

/** The change, or half a sentence why there is none. */
function operationFor(
  use: Use,
  { instead, movedTo = {} }: Alternative,
  finding: Finding,
  context: PlanContext,
): UseNarrower | string {
  const from = use.endpoint ?? '';
  if (!isSameShape(from, instead)) return `\`${instead}\` takes another method or other ids`;
  if (!isOpen(instead, context)) return `\`${instead}\` needs a scope that is not requested`;
  const asked = atCall(finding, use);
  const found = findPath(asked, pathOf(from), context);
  if (found === null) return 'the path is put together, or stands elsewhere';
  if (sharesPath(found, asked, context)) return 'the same text is the path of another call too';
  const move = moveOf(use, movedTo, found.file, context);
  if (typeof move === 'string') return move;
  return {
    kind: 'useNarrower',
    rule: finding.rule,
    finding: finding.place,
    file: found.file,
    range: found.range,
    safety: 'unsafe',
    title: `Call \`${instead}\` instead, which brings less`,
    from,
    to: instead,
    path: fillIn(pathOf(instead), found.ids),
    ...move,
    reads: seenReads(found.file, from, context),
  };
}

function isOpen(endpoint: string, { catalog, declaration }: PlanContext): boolean {
  const scopes = catalog.endpointById.get(endpoint)?.scopes ?? [];
  const requested = declaration?.requestedScopes.map(({ value }) => value) ?? scopes;
  return scopes.length === 0 || scopes.some((scope) => requested.includes(scope));
}

interface Move {
  readonly moved: Readonly<Record<string, string>>;
  readonly expected: readonly string[];
}

/** What is read of other answers too, or in another file, cannot be moved with this call. */
function moveOf(
  use: Use,
  movedTo: Readonly<Record<string, string>>,
  file: string,
  context: PlanContext,
): Move | string {
  const reads = readsOfCall(use.place, use.endpoint ?? '', context);
  const paths = [...new Set(reads.map(({ part }) => part.path))].sort(compareText);
  const moved = namesFor(paths, movedTo);
  if (moved === null) return 'its answer has another shape';
  if (moved.size > 0 && reads.some(({ place }) => place.file !== file))
    return 'its answer is read in other files too';
  if (moved.size > 0 && reads.some((read) => isSharedRead(read, context)))
    return 'the same code reads other answers too';
  const expected = paths.flatMap((path) => movedTo[path] ?? (isOnTheWay(path, movedTo) ? [] : [path]));
  return { moved: Object.fromEntries(moved), expected };
}

function isOnTheWay(path: string, movedTo: Readonly<Record<string, string>>): boolean {
  return Object.keys(movedTo).some((today) => isWithin(today, path.replace(/\[\]$/, '')));
}

/** Null where the parts that are read would have to be asked for in different ways, or lists nest otherwise. */
function namesFor(
  paths: readonly string[],
  movedTo: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> | null {
  const names = new Map<string, string>();
  const there = paths.map((path) => [path, movedTo[path]] as const);
  for (const [path, other] of there) {
    if (other === undefined) continue;
    const moved = movedNames(path, other);
    if (moved === null || [...moved].some(([one, name]) => (names.get(one) ?? name) !== name)) return null;
    for (const [one, name] of moved) names.set(one, name);
  }
  const stay = there.filter(([path, other]) => other === undefined && !isOnTheWay(path, movedTo));
  return stay.some(([path]) => [...names.keys()].some((one) => isWithin(path, one))) ? null : names;
}

function isSharedRead({ place, part, use }: FieldRead, { needs }: PlanContext): boolean {
  return (needs?.reads ?? []).some(
    (other) =>
      comparePlaces(other.place, place) === 0 &&
      (other.part.endpoint !== part.endpoint || comparePlaces(other.use, use) !== 0),
  );
}
