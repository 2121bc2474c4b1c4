import type { FieldRead, Outflow } from '../model/data-flow.js';
import type { Declaration, DeclaredPurpose } from '../model/declaration.js';
import type { Finding } from '../model/finding.js';
import type { Place } from '../model/place.js';
import { purposesOf } from './purpose-of-file.js';

/** Where a finding about data stands, and who sees it there. */
export interface FindingPlace {
  readonly place: Place;
  readonly horizon: Finding['horizon'];
}

/**
 * What is handed to code of another file is told where it is done: there it can be mended. Where that file serves other
 * purposes than whoever hands it over, the handing over is what they disagree about, and the finding stands at it. A log
 * serves no purpose, so it is told where it is written.
 */
export function placeOfFinding(
  point: FieldRead | Outflow,
  owners: readonly DeclaredPurpose[],
  declaration: Declaration,
): FindingPlace {
  const { enteredBy, place } = point;
  if (enteredBy === null) return { place, horizon: 'file' };
  const isLog = point.kind === 'outflow' && point.to === 'logged';
  // By its globs alone: comments of another file are not seen in an editor.
  const there = purposesOf(place.file, place.start.line, declaration, []);
  return isLog || isSame(owners, there)
    ? { place, horizon: 'project' }
    : { place: enteredBy, horizon: 'file' };
}

function isSame(some: readonly DeclaredPurpose[], others: readonly DeclaredPurpose[]): boolean {
  return some.length === others.length && some.every((purpose) => others.includes(purpose));
}
