import type { Declaration, Place } from '@leastscope/analyzer';
import type { CodeLens, Location } from 'vscode-languageserver';
import { callsOf, neededWords } from '../catalog/needed-by.js';
import type { View } from '../model/view.js';
import { locationOf } from '../text/locations.js';
import { rangeOf } from '../text/places.js';
import { purposeWords, usesOfPurpose } from './purpose-card.js';

/** The command that shows places, where the editor's extension has one; without it a lens is a sentence. */
export const showPlaces = 'leastscope.showPlaces';

/** What needs each scope, and what rests on each purpose. */
export function lensesOf(
  view: View,
  uri: string,
  canShow: 'can-show-places' | 'cannot',
): readonly CodeLens[] {
  const { declaration } = view.analysis;
  if (declaration === null || view.horizon === 'file') return [];
  return [...scopeRows(view, declaration), ...purposeRows(view, declaration)].map(({ place, title, at }) => {
    const range = rangeOf(place);
    const locations: readonly Location[] = at.map((one) => locationOf(view.root, one));
    const isCommand = canShow === 'can-show-places' && locations.length > 0;
    const command = isCommand
      ? { title, command: showPlaces, arguments: [uri, range.start, locations] }
      : { title, command: '' };
    return { range, command };
  });
}

interface Row {
  readonly place: Place;
  readonly title: string;
  readonly at: readonly Place[];
}

function scopeRows(view: View, { requestedScopes }: Declaration): readonly Row[] {
  const known = requestedScopes.filter(({ value }) => view.engine.catalog.scopeByKey.has(value));
  return known.map(({ value, place }) => ({
    place,
    title: neededWords(view, value),
    at: callsOf(view, value),
  }));
}

function purposeRows(view: View, { purposes }: Declaration): readonly Row[] {
  return purposes.map(({ id, places }) => ({
    place: places.id,
    title: purposeWords(view, id),
    at: usesOfPurpose(view, id).map(({ place }) => place),
  }));
}
