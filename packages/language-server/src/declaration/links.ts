import type { Place } from '@leastscope/analyzer';
import type { Location } from 'vscode-languageserver';
import { callsOf } from '../catalog/needed-by.js';
import type { View } from '../model/view.js';
import { locationOf } from '../text/locations.js';
import { cursorAt, readDocument, type Cursor } from './cursor.js';
import { usesOfPurpose } from './purpose-card.js';
import { slotOf } from './slots.js';

/** Where a scope is called for, a purpose's calls stand, and a recipient or purpose is declared. */
export function linksInDeclaration(view: View, text: string, offset: number): readonly Location[] {
  const cursor = cursorAt(readDocument(text), offset);
  return cursor === null ? [] : placesOf(view, cursor).map((place) => locationOf(view.root, place));
}

function placesOf(view: View, cursor: Cursor): readonly Place[] {
  const { declaration, needs } = view.analysis;
  switch (slotOf(cursor)) {
    case 'scope':
      return callsOf(view, cursor.text);
    case 'purpose-id':
      return usesOfPurpose(view, cursor.text).map(({ place }) => place);
    case 'code-glob':
      return usesOfPurpose(view, declaration?.purposes[Number(cursor.path[1])]?.id ?? '').map(
        ({ place }) => place,
      );
    case 'purpose-name':
      return (declaration?.purposes ?? [])
        .filter(({ id }) => id === cursor.text)
        .map(({ places }) => places.id);
    case 'recipient':
      return (declaration?.evidence.recipients ?? [])
        .filter(({ id }) => id === cursor.text)
        .map(({ place }) => place);
    case 'endpoint':
      return needs.uses.filter(({ endpoint }) => endpoint === cursor.text).map(({ place }) => place);
    case 'webhook':
      return needs.handledWebhooks
        .filter(({ type }) => String(type) === cursor.text)
        .map(({ place }) => place);
    default:
      return [];
  }
}
