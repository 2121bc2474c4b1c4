import type { FieldRead, OpenCall, Place, ScopeMention, Use } from '@leastscope/analyzer';
import type { Position } from 'vscode-languageserver';
import type { View } from '../model/view.js';
import { holds, smallestFirst } from '../text/places.js';

/** What of the analysis a cursor in code stands on; the innermost of each kind. */
export type Subject =
  | { readonly kind: 'uses'; readonly place: Place; readonly uses: readonly Use[] }
  | { readonly kind: 'helper'; readonly place: Place; readonly uses: readonly Use[] }
  | { readonly kind: 'open'; readonly place: Place; readonly call: OpenCall }
  | { readonly kind: 'reads'; readonly place: Place; readonly reads: readonly FieldRead[] }
  | { readonly kind: 'scope'; readonly place: Place; readonly mention: ScopeMention };

export function subjectAt(view: View, file: string, position: Position): Subject | null {
  const found = subjectsOf(view).filter(({ place }) => holds(place, file, position));
  return found.sort((a, b) => smallestFirst(a.place, b.place))[0] ?? null;
}

function subjectsOf({ analysis: { needs } }: View): readonly Subject[] {
  const at = (place: Place) => (use: Use) =>
    isSame(use.place, place) || (use.pathPlace !== null && isSame(use.pathPlace, place));
  const places = needs.uses.flatMap(({ place, pathPlace }) =>
    pathPlace === null ? [place] : [pathPlace, place],
  );
  const through = needs.uses.flatMap(({ via }) => via.map(({ place }) => place));
  const fields = needs.reads.filter(({ part }) => part.kind === 'field');
  return [
    ...needs.scopeMentions.map((mention) => ({ kind: 'scope' as const, place: mention.place, mention })),
    ...fields.map(({ place }) => ({
      kind: 'reads' as const,
      place,
      reads: fields.filter((read) => isSame(read.place, place)),
    })),
    ...places.map((place) => ({ kind: 'uses' as const, place, uses: needs.uses.filter(at(place)) })),
    ...[...needs.open, ...needs.unreached].map((call) => ({
      kind: 'open' as const,
      place: call.place,
      call,
    })),
    ...through.map((place) => ({
      kind: 'helper' as const,
      place,
      uses: needs.uses.filter(({ via }) => via.some((step) => isSame(step.place, place))),
    })),
  ];
}

export function isSame(a: Place, b: Place): boolean {
  return (
    a.file === b.file &&
    a.start.line === b.start.line &&
    a.start.column === b.start.column &&
    a.end.line === b.end.line &&
    a.end.column === b.end.column
  );
}
