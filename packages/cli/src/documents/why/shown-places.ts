import type { Evidence, Place, RelatedPlace, SeenData } from '@leastscope/analyzer';

/** What the papers quote beside calls and flows: where something arrives, what deletes it there, and what protects it. */
export interface ShownPlace {
  readonly deed: Deed;
  readonly place: Place;
  /** What takes it, as the code says it: `prisma.label`, `api.carrier.example`; of a deletion, what is done. */
  readonly what: string;
  readonly category: string | null;
  /** As the catalog writes it; null where it is no part of an answer. */
  readonly path: string | null;
  /** False: it only possibly happens there. */
  readonly isCertain: boolean;
}

export type Deed = 'read' | 'stored' | 'sent' | 'handed over' | 'deleted' | 'reached' | 'protected';

/** Everything that the evidence holds, of some names or of one category. */
export function shownPlaces(
  evidence: Evidence,
  isMeant: {
    readonly name: (names: readonly (string | null)[]) => boolean;
    readonly data: (one: SeenData) => boolean;
  },
): readonly ShownPlace[] {
  const { handOvers, recipients, security, stores } = evidence;
  return [
    ...stores
      .filter(({ declaredAs, name }) => isMeant.name([name, declaredAs?.id ?? null]))
      .flatMap(({ deletion, name, written }) => [
        ...dataAt('stored', name, written.filter(isMeant.data)),
        ...steps('deleted', deletion.at),
        ...steps('reached', deletion.reachedFrom),
      ]),
    ...recipients
      .filter(({ declaredAs, host, name }) => isMeant.name([name, host, declaredAs?.id ?? null]))
      .flatMap(({ name, received }) => dataAt('sent', name, received.filter(isMeant.data))),
    ...handOvers
      .filter(({ declaredAs, to }) => isMeant.name([to, declaredAs?.id ?? null]))
      .flatMap(({ data, to }) => dataAt('handed over', to, data.filter(isMeant.data))),
    ...security
      .filter(({ what }) => isMeant.name([what]))
      .map(({ at, what }) => ({
        deed: 'protected' as const,
        place: at,
        what,
        category: null,
        path: null,
        isCertain: true,
      })),
  ];
}

function dataAt(deed: Deed, what: string, data: readonly SeenData[]): readonly ShownPlace[] {
  return data.map(({ at, category, isCertain, path }) => ({
    deed,
    place: at,
    what,
    category,
    path,
    isCertain,
  }));
}

function steps(deed: Deed, at: readonly RelatedPlace[]): readonly ShownPlace[] {
  return at.map(({ note, place }) => ({
    deed,
    place,
    what: note,
    category: null,
    path: null,
    isCertain: true,
  }));
}
