import type { Endpoint } from '@leastscope/scope-catalog';
import { endpointOfPart } from '../lookups/endpoint-of-part.js';
import { answeringPlace } from '../lookups/answering-place.js';
import type { FieldRead, Outflow } from '../model/data-flow.js';
import type { DeclaredPurpose } from '../model/declaration.js';
import type { Finding } from '../model/finding.js';
import type { Place } from '../model/place.js';
import { isCovered } from './allowed-data.js';
import type { RuleContext } from '../model/judgement.js';
import { placeOfFinding } from './place-of-finding.js';
import { isValid } from './valid-purposes.js';
import { purposesOf } from './purpose-of-file.js';
import { oncePer } from '../util/once-per.js';

/** A read or an outflow that purposes can be held against. */
export interface JudgedData<Point extends FieldRead | Outflow> {
  readonly point: Point;
  readonly endpoint: Endpoint;
  /** Where the finding stands. */
  readonly place: Place;
  /** `project` where the file of the place does not import what hands the data to it. */
  readonly horizon: Finding['horizon'];
  /** The purposes of whoever answers for it; none where that file belongs to none. */
  readonly owners: readonly DeclaredPurpose[];
  /** `refused`: `exceeds-purpose` speaks of the call already. */
  readonly call: 'covered' | 'refused';
}

/**
 * What is done with responses, where it is sure that they come from that endpoint and where that can be judged. All of
 * this is told by the point itself, so that an editor, which sees one file with what it imports, judges it alike.
 */
export function judgedData<Point extends FieldRead | Outflow>(
  points: readonly Point[],
  context: RuleContext,
): readonly JudgedData<Point>[] {
  return judgedOf(
    points.filter(({ isCertain }) => isCertain),
    context,
  );
}

/** The same of all outflows: several rules ask. */
export const judgedOutflows = oncePer((context: RuleContext) => judgedData(context.outflows, context));

/** The same of points that are surely data, of whichever version of the answer. */
export function judgedOf<Point extends FieldRead | Outflow>(
  points: readonly Point[],
  context: RuleContext,
): readonly JudgedData<Point>[] {
  const { catalog, declaration, directives } = context;
  // A purpose that could not be read may be the one that allows it.
  if (declaration === null || declaration.incomplete.includes('purposes')) return [];
  return points.flatMap((point) => {
    const endpoint = endpointOfPart(catalog, point.part);
    if (endpoint === undefined || endpoint.host === 'auth' || point.isBeyondImports) return [];
    const answering = answeringPlace(point);
    const owners = purposesOf(answering.file, answering.start.line, declaration, directives);
    const callers = ownersOfUse(point, context);
    if (![...owners, ...callers].every((purpose) => isValid(purpose, context))) return [];
    const call = callers.length > 0 && !isCovered(catalog, callers, endpoint) ? 'refused' : 'covered';
    const at = placeOfFinding(point, owners, { catalog, declaration, directives });
    if (!at.owners.every((purpose) => isValid(purpose, context))) return [];
    return { point, endpoint, ...at, call };
  });
}

/** Comments of another file are not seen in an editor, so that file's globs alone speak for a call in it. */
function ownersOfUse(point: FieldRead | Outflow, context: RuleContext): readonly DeclaredPurpose[] {
  const { use } = point;
  const { declaration, directives } = context;
  if (declaration === null) return [];
  const seen = use.file === answeringPlace(point).file ? directives : [];
  return purposesOf(use.file, use.start.line, declaration, seen);
}
