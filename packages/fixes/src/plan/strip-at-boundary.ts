import {
  compareText,
  isWithin,
  keyOfPlace,
  type Finding,
  type Outflow,
  type Use,
} from '@leastscope/analyzer';
import type { StripAtBoundary } from '../model/operation.js';
import type { PlanContext } from './planner.js';
import { rangeOf } from './range-of.js';
import { recordIdOf } from './record-id.js';
import { readsOfCall, seenReads } from './seen-reads.js';

/**
 * Takes right behind the call what the code reads of the answer, all of it, and lets the rest go. Null where nothing is read,
 * or where part of the answer goes out of sight: what is read of it there nobody knows.
 */
export function stripAtBoundary(
  point: Outflow,
  finding: Finding,
  context: PlanContext,
): StripAtBoundary | null {
  const { endpoint } = point.part;
  const use = context.needs?.uses.find(
    (one) => one.endpoint === endpoint && keyOfPlace(one.place) === keyOfPlace(point.use),
  );
  const text = use === undefined ? null : context.textOf(use.place.file);
  if (use === undefined || text === null || isLost(use, context)) return null;
  const fields = fieldsOf(use, point, context);
  if (fields.length === 0) return null;
  return {
    kind: 'stripAtBoundary',
    rule: finding.rule,
    finding: finding.place,
    file: use.place.file,
    range: rangeOf(text, use.place),
    safety: 'unsafe',
    title: `Take ${namesOf(fields)} of the answer, and let the rest go`,
    fields,
    reads: seenReads(use.place.file, endpoint, context),
  };
}

function isLost({ place, endpoint }: Use, { needs }: PlanContext): boolean {
  return (needs?.outflows ?? []).some(
    ({ part, use, to }) =>
      part.endpoint === endpoint && keyOfPlace(use) === keyOfPlace(place) && to === 'escaped',
  );
}

/** Single values that are read, and the id of the record, by which it can be found again. */
function fieldsOf(use: Use, { part }: Outflow, context: PlanContext): readonly string[] {
  const read = readsOfCall(use.place, part.endpoint, context).map((one) => one.part.path);
  const ends = read.filter((path) => isWritable(path) && !read.some((other) => isBelow(other, path)));
  const id = recordIdOf(part.endpoint, part.path, context);
  const known = ends.some((path) => isBelow(path, part.path))
    ? [...ends, ...(id === null ? [] : [`${id.record}.${id.id}`])]
    : [];
  return [...new Set(known)].sort(compareText);
}

function isBelow(path: string, other: string): boolean {
  return path !== other && isWithin(path, other.replace(/\[\]$/, ''));
}

/** Names of one word each. */
function isWritable(path: string): boolean {
  return /^[a-z_]\w*(?:\[\])?(?:\.[a-z_]\w*(?:\[\])?)*$/i.test(path);
}

const mostNamed = 4;

function namesOf(fields: readonly string[]): string {
  const shown = fields.slice(0, mostNamed).map((field) => `\`${field}\``);
  const left = fields.length - shown.length;
  return shown.join(', ') + (left > 0 ? ` and ${String(left)} more` : '');
}
