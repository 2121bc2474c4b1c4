import { comparePlaces, type Finding, type Place } from '@leastscope/analyzer';
import type { Range } from '../model/operation.js';
import type { PlanContext } from './planner.js';
import { rangeOf } from './range-of.js';

export interface FoundPath {
  readonly file: string;
  readonly range: Range;
  /** What stands for the ids, in order. */
  readonly ids: readonly string[];
}

/** An id as it may be written: `${orderId}`, `{order_id}`, `:order_id`, `4711`. */
const writtenId = String.raw`(\$\{[^{}]*\}|\{\w+\}|:\w+|[\w%.~-]+)`;
const id = /\{[^}]*\}/g;

/** The one spot where the path stands in full: in the call, or where the evidence says that it stands, in whatever file. */
export function findPath(finding: Finding, path: string, context: PlanContext): FoundPath | null {
  const { file } = finding.place;
  const inFile = [finding.place, ...finding.related.map(({ place }) => place)].filter(
    (place) => place.file === file,
  );
  return findIn(file, inFile, path, context) ?? findElsewhere(finding, path, context);
}

/** Where the constant stands in another file, the use knows the place. */
function findElsewhere({ place }: Finding, path: string, context: PlanContext): FoundPath | null {
  const use = context.needs?.uses.find(
    (one) => comparePlaces(one.place, place) === 0 && one.pathElsewhere !== undefined,
  );
  const there = use?.pathElsewhere;
  return there === undefined ? null : findIn(there.file, [there], path, context);
}

function findIn(
  file: string,
  places: readonly Place[],
  path: string,
  { textOf }: PlanContext,
): FoundPath | null {
  const text = textOf(file);
  if (text === null) return null;
  const ranges = places.map((place) => rangeOf(text, place));
  const found = [...text.matchAll(patternOf(path))].filter(({ index }) =>
    ranges.some(([start, end]) => start <= index && index < end),
  );
  const [first] = found;
  if (first === undefined || found.length > 1) return null;
  return { file, range: [first.index, first.index + first[0].length], ids: first.slice(1) };
}

function patternOf(path: string): RegExp {
  const pieces = path.split(id).map((piece) => piece.replace(/[.+*?^$()[\]{}|\\]/g, String.raw`\$&`));
  return new RegExp(`${pieces.join(writtenId)}(?=["'\`?#])`, 'g');
}
