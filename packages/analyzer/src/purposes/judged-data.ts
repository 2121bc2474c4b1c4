import type { Endpoint } from '@leastscope/scope-catalog';
import { answeringPlace } from '../lookups/answering-place.js';
import type { FieldRead, Outflow } from '../model/data-flow.js';
import { requestedKeys } from '../lookups/requested-keys.js';
import { isScopeKnown } from '../lookups/resolve-endpoint.js';
import type { DeclaredPurpose } from '../model/declaration.js';
import type { Place } from '../model/place.js';
import { isCovered } from './allowed-data.js';
import type { RuleContext } from '../model/judgement.js';
import { lacksScope } from '../lookups/lacks-scope.js';
import { isValid } from './valid-purposes.js';
import { purposesOf } from './purpose-of-file.js';

/** A read or an outflow that purposes can be held against. */
export interface JudgedData<Point extends FieldRead | Outflow> {
  readonly point: Point;
  readonly endpoint: Endpoint;
  /** The place that answers for it: findings stand there. */
  readonly place: Place;
  /** The purposes of that place; none where its file belongs to none. */
  readonly owners: readonly DeclaredPurpose[];
}

/**
 * What is done with responses, where that can be judged. Not what comes of a call that `missing-scope` or
 * `exceeds-purpose` already speaks of, or whose scope nobody knows. All of this is told by the point itself, so that an
 * editor, which sees one file with what it imports, judges it alike.
 */
export function judgedData<Point extends FieldRead | Outflow>(
  points: readonly Point[],
  context: RuleContext,
): readonly JudgedData<Point>[] {
  const { catalog, declaration, directives } = context;
  // A purpose that could not be read may be the one that allows it.
  if (declaration === null || declaration.incomplete.includes('purposes')) return [];
  const requested = requestedKeys(catalog, declaration);
  return points.flatMap((point) => {
    const endpoint = catalog.endpointById.get(point.part.endpoint);
    if (endpoint === undefined || endpoint.host === 'auth' || !point.isCertain) return [];
    if (point.isBeyondImports) return [];
    if (!isScopeKnown(endpoint) || lacksScope(endpoint, requested)) return [];
    const place = answeringPlace(point);
    const owners = purposesOf(place.file, place.start.line, declaration, directives);
    const callers = ownersOfUse(point, context);
    if (![...owners, ...callers].every((purpose) => isValid(purpose, context))) return [];
    if (callers.length > 0 && !isCovered(catalog, callers, endpoint)) return [];
    return { point, endpoint, place, owners };
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
