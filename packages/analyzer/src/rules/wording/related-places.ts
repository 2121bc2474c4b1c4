import type { Destination, FieldRead, Outflow } from '../../model/data-flow.js';
import { comparePlaces } from '../../lookups/places.js';
import type { DeclaredPurpose } from '../../model/declaration.js';
import type { Use } from '../../model/needs.js';
import type { Place, RelatedPlace } from '../../model/place.js';

/** The evidence of a use beside its own place: where the path stands, and the helpers on the way. */
export function relatedOf(use: Use): readonly RelatedPlace[] {
  const path = use.pathPlace === null ? [] : [{ place: use.pathPlace, note: 'the path stands here' }];
  return [...path, ...use.via];
}

export function whereDeclared(purpose: DeclaredPurpose): RelatedPlace {
  return { place: purpose.places.id, note: `purpose \`${purpose.id}\` is declared here` };
}

/**
 * The evidence of what is done with responses, beside where the finding stands: where it is done, by what it was handed
 * on, and where it comes from.
 */
export function relatedOfData(points: readonly (FieldRead | Outflow)[], at: Place): readonly RelatedPlace[] {
  const others = points.filter((point) => point.enteredBy !== null);
  const done = others.map((point) => ({ place: point.place, note: `${deedOf(point)} here` }));
  const handed = others.flatMap(({ enteredBy }) =>
    enteredBy === null ? [] : [{ place: enteredBy, note: 'handed over here' }],
  );
  const uses = points.map(({ use }) => ({ place: use, note: 'the response comes from here' }));
  return [...done, ...handed, ...uses, ...points.flatMap(({ via }) => via)].filter(
    ({ place }) => comparePlaces(place, at) !== 0,
  );
}

/** Says, in the middle of a sentence, that it is done in another file than the finding's; empty when it is done here. */
export function whereHanded({ place }: FieldRead | Outflow, at: Place): string {
  return place.file === at.file ? '' : ` in \`${place.file}\`, where it is handed to from here,`;
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
