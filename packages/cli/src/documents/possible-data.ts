import type { FieldRead, Outflow } from '@leastscope/analyzer';
import { visible } from '../text/visible.js';
import { count } from '../text/words.js';
import { categoriesOf, doubtAbout, partOf } from './data-rows.js';

type Point = FieldRead | Outflow;

/** What is told of a file that does not import the call may be said of somebody else's data: it is no evidence. */
export function isEvidence({ isBeyondImports }: Point): boolean {
  return !isBeyondImports;
}

/** A line a part: what may be done with it, at how many places, and why it is not sure. Scripts get the places. */
export function possibleLines(points: readonly Point[]): readonly string[] {
  const groups = new Map<string, Point[]>();
  for (const point of points.filter((one) => !isEvidence(one))) {
    const key = `${point.part.endpoint} ${point.part.path} ${point.part.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((first) => lineOf(first, group.length)),
  );
}

function lineOf(point: Point, places: number): string {
  const of = `of ${visible(point.part.endpoint)}`;
  return `${partOf(point)}  ${categoriesOf(point)}  ${of}, at ${count(places, 'place')}: ${doubtAbout(point) ?? ''}`;
}
