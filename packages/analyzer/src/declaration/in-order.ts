import { comparePlaces, compareText } from '../lookups/places.js';
import type { DeclarationMistake } from '../model/declaration.js';

/** More than this says nothing new. */
export const mostMistakes = 100;

/** By place, and no more than anybody reads. */
export function inOrder(
  mistakes: readonly DeclarationMistake[],
  file: string,
): readonly DeclarationMistake[] {
  const sorted = [...mistakes]
    .map(({ message, help, place }) => ({ message, help, place }))
    .sort((a, b) => comparePlaces(a.place, b.place) || compareText(a.message, b.message));
  const rest = sorted.length - mostMistakes;
  const last = sorted[mostMistakes];
  if (rest <= 0 || last === undefined) return sorted;
  const more = {
    message: `\`${file}\` has ${rest} more mistakes.`,
    help: 'Correct the first ones.',
    place: last.place,
  };
  return [...sorted.slice(0, mostMistakes), more];
}
