import type { Finding, Place, Use } from '@leastscope/analyzer';
import type { FoundPath } from './find-path.js';
import type { PlanContext } from './planner.js';
import { rangeOf } from './range-of.js';

/**
 * Whether the text of the path is also that of a call to another endpoint: `GET` and `POST` on one constant. What is
 * found in a file by itself is asked of that file alone.
 */
export function sharesPath(found: FoundPath, finding: Finding, context: PlanContext): boolean {
  const uses = context.needs?.uses ?? [];
  const users = uses.filter((use) => placesOf(use).some((place) => holds(place, found, context)));
  const own = uses
    .filter(({ place }) => isSame(place, finding.place))
    .map(({ endpoint, path, method }) => `${endpoint ?? ''} ${method} ${path}`);
  return users.some(({ endpoint, path, method }) => !own.includes(`${endpoint ?? ''} ${method} ${path}`));
}

function placesOf({ place, pathPlace, pathElsewhere }: Use): readonly Place[] {
  const written = pathPlace ?? pathElsewhere;
  return written === undefined ? [place] : [written];
}

function holds(place: Place, { file, range }: FoundPath, { textOf }: PlanContext): boolean {
  const text = place.file === file ? textOf(file) : null;
  if (text === null) return false;
  const [start, end] = rangeOf(text, place);
  return start < range[1] && range[0] < end;
}

function isSame(a: Place, b: Place): boolean {
  return a.file === b.file && a.start.line === b.start.line && a.start.column === b.start.column;
}
