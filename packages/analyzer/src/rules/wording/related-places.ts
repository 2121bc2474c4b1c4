import { answeringPlace } from '../../lookups/answering-place.js';
import type { Destination, FieldRead, Outflow } from '../../model/data-flow.js';
import { comparePlaces } from '../../lookups/places.js';
import type { DeclaredPurpose } from '../../model/declaration.js';
import type { Use } from '../../model/needs.js';
import type { RelatedPlace } from '../../model/place.js';

/** The evidence of a use beside its own place: where the path stands, and the helpers on the way. */
export function relatedOf(use: Use): readonly RelatedPlace[] {
  const path = use.pathPlace === null ? [] : [{ place: use.pathPlace, note: 'the path stands here' }];
  return [...path, ...use.via];
}

export function whereDeclared(purpose: DeclaredPurpose): RelatedPlace {
  return { place: purpose.places.id, note: `purpose \`${purpose.id}\` is declared here` };
}

/** The evidence of what is done with responses: where it is done, when that is elsewhere, and where they come from. */
export function relatedOfData(points: readonly (FieldRead | Outflow)[]): readonly RelatedPlace[] {
  const done = points
    .filter((point) => point.enteredBy !== null)
    .map((point) => ({ place: point.place, note: `${deedOf(point)} here` }));
  const uses = points
    .filter((point) => comparePlaces(point.use, answeringPlace(point)) !== 0)
    .map(({ use }) => ({ place: use, note: 'the response comes from here' }));
  return eachOnce([...done, ...uses, ...points.flatMap(({ via }) => via)]);
}

/** Says, in the middle of a sentence, that it is done in another file; empty when it is done here. */
export function whereHanded({ enteredBy: handed, place }: FieldRead | Outflow): string {
  return handed === null ? '' : ` in \`${place.file}\`, where it is handed to from here,`;
}

const deeds: Readonly<Record<Destination, string>> = {
  stored: 'stored',
  logged: 'logged',
  sent: 'sent on',
  returned: 'returned',
  serialised: 'serialised',
  escaped: 'handed on',
};

function deedOf(point: FieldRead | Outflow): string {
  return point.kind === 'read' ? 'read' : deeds[point.to];
}

function eachOnce(places: readonly RelatedPlace[]): readonly RelatedPlace[] {
  return places.filter(
    ({ place, note }, index) =>
      places.findIndex((other) => other.note === note && comparePlaces(other.place, place) === 0) === index,
  );
}
