import type { Catalog } from '@leastscope/scope-catalog';
import type { FieldRead, Outflow } from '../model/data-flow.js';
import type { Declaration, DeclaredPurpose } from '../model/declaration.js';
import type { Directive } from '../model/directives.js';
import type { Finding } from '../model/finding.js';
import type { Place } from '../model/place.js';
import { isAllowed, personalAmong } from './allowed-data.js';
import { purposesOf } from './purpose-of-file.js';

/** Where a finding about data stands, who sees it there, and the purposes that it is held against. */
export interface FindingPlace {
  readonly place: Place;
  readonly horizon: Finding['horizon'];
  readonly owners: readonly DeclaredPurpose[];
}

interface Judging {
  readonly catalog: Catalog;
  readonly declaration: Declaration;
  readonly directives: readonly Directive[];
}

/**
 * What is handed to code of another file is told where it is done: there it can be mended. Where that file serves other
 * purposes than whoever hands it over, and these do take it, the handing over is what they disagree about, and the finding
 * stands at it. A log serves no purpose, so it is told where it is written.
 */
export function placeOfFinding(
  point: FieldRead | Outflow,
  owners: readonly DeclaredPurpose[],
  { catalog, declaration, directives }: Judging,
): FindingPlace {
  const { enteredBy, place } = point;
  if (enteredBy === null) return { place, horizon: 'file', owners };
  const isLog = point.kind === 'outflow' && point.to === 'logged';
  // By its globs alone: comments of another file are not seen in an editor.
  const there = purposesOf(place.file, place.start.line, declaration, []);
  if (isLog || isSame(owners, there)) return { place, horizon: 'project', owners };
  const refused = personalAmong(catalog, point.part.categories).filter(
    (category) => !isAllowed(catalog, owners, category),
  );
  const isRefused = (some: readonly DeclaredPurpose[]): boolean =>
    refused.length > 0 && refused.every((category) => !isAllowed(catalog, some, category));
  if (there.length === 0 || !isRefused(there)) return { place: enteredBy, horizon: 'file', owners };
  // Only the terminal tells what hangs on another file; it sees the comments of that file too.
  const claimed = purposesOf(place.file, place.start.line, declaration, directives);
  return isRefused(claimed)
    ? { place, horizon: 'project', owners: claimed }
    : { place: enteredBy, horizon: 'project', owners };
}

function isSame(some: readonly DeclaredPurpose[], others: readonly DeclaredPurpose[]): boolean {
  return some.length === others.length && some.every((purpose) => others.includes(purpose));
}
