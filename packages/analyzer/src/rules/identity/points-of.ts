import { comparePlaces } from '../../lookups/places.js';
import type { FindingPoint, RuleId } from '../../model/finding.js';
import type { RuleContext } from '../../model/judgement.js';
import type { Place } from '../../model/place.js';
import { familyOf } from '../../purposes/endpoint-family.js';
import type { Report, ReportPoint } from '../define-rule.js';
import { identityOf } from './identity-of.js';
import { pointsInData } from './points-in-data.js';

/** The points of a finding, each identity once: as the rule gives them, else as its data has them. */
export function pointsOf(
  rule: RuleId,
  { points, data, place }: Report,
  context: RuleContext,
): readonly FindingPoint[] {
  const given = points === undefined || points.length === 0 ? pointsInData(data) : points;
  const placed = given.map((point) => placePoint(point, place, context));
  const first = new Map<string, FindingPoint>();
  for (const point of placed) {
    const identity = identityOf(rule, point);
    if (!first.has(identity)) first.set(identity, point);
  }
  return [...first.values()];
}

/** With its file and symbol; `at` is where the finding stands. */
export function placePoint(
  { place: given, ...point }: ReportPoint,
  at: Place,
  { catalog, symbolAt }: Pick<RuleContext, 'catalog' | 'symbolAt'>,
): FindingPoint {
  const place = given ?? at;
  const { endpoint } = point;
  const named = endpoint === undefined ? point : { ...point, family: familyOf(catalog, endpoint) };
  if (place === 'app') return named;
  const symbol = symbolAt(place);
  return {
    ...named,
    file: place.file,
    ...(symbol === null ? {} : { symbol }),
    ...(comparePlaces(place, at) === 0 ? {} : { place }),
  };
}
