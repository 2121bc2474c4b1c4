import type { DeletionVerdict, HandOver, SeenStore } from '@leastscope/analyzer';
import type { Cell } from '../cells/cell.js';
import {
  declared,
  isOnlyPossible,
  missing,
  notApplicable,
  said,
  shown,
  unknown,
} from '../cells/make-cells.js';
import { entryOf, tableOf, type Entry, type Paper, type Row } from '../cells/table.js';
import type { Dossier } from '../dossier/dossier.js';
import { sightingOf, type Store } from '../dossier/places.js';
import { isPersonal } from '../dossier/personal.js';
import { spotOf } from '../cells/cell.js';
import { compareText } from '../cells/make-cells.js';
import { metRight } from './met-right.js';
import { withdrawalHandler } from './withdrawal.js';
import * as describe from './describe.js';
import { backupsOf, storeName } from './stores.js';

const columns = [
  'store',
  'category',
  'written by',
  'access',
  'rectify',
  'erase one person',
  'on deauthorization',
  'deletion seen',
  'verdict',
  'reached from',
  'backups',
];

/** What of the verdicts counts as deleted, in words. */
export const verdictTexts: Readonly<Record<DeletionVerdict, string>> = {
  erased: 'erased: a path from the handler to a deletion of this store is seen',
  'erased-by-timer': 'erased by a timer',
  anonymised: 'anonymised: every personal field is overwritten with a constant',
  pseudonymised: 'pseudonymised: a key to the person stays; not deleted',
  flagged: 'flagged only; not deleted',
  elsewhere: 'elsewhere: at a recipient, by contract; no code can show it',
  'no-entry-point': 'no entry point: nothing was seen to call the handler; not deleted',
  'not-seen': 'not seen: no path from the handler to a deletion of this store',
  'not-known': 'not known',
};

const deleted: ReadonlySet<DeletionVerdict> = new Set(['erased', 'erased-by-timer', 'anonymised']);

export function isDeleted({ deletion }: SeenStore): boolean {
  return deleted.has(deletion.verdict);
}

/** Per store and category: how people's requests are met, and what deletes it when the seller withdraws. */
export function rights(dossier: Dossier): Paper {
  return {
    kind: 'rights',
    title: 'Rights and deletion',
    intro:
      "How people's requests are met in each store, and what the code deletes when a seller withdraws. A deletion counts only where the code shows it.",
    tables: [
      tableOf({
        id: 'rights',
        title: 'By store and category',
        columns,
        rows: dossier.stores.flatMap((store) => rowsOf(store, dossier)),
        whenEmpty: describe.whenEmpty('No personal data was seen to be stored.', dossier),
      }),
    ],
    paragraphs: [],
  };
}

function rowsOf(store: Store, dossier: Dossier): readonly Row[] {
  return [...store.seen, ...store.handed.map(asStore)].flatMap((seen, index) => {
    const personal = seen.written.filter(({ category }) => isPersonal(dossier.catalog, category));
    const categories = [...new Set(personal.map(({ category }) => category))].sort(compareText);
    const number = index < store.seen.length ? '' : ` ${index + 1}`;
    return categories.map((category) => ({
      id: `${store.key} ${seen.name}${number} ${category}`,
      entries: entriesOf(store, seen, category, dossier),
    }));
  });
}

/** What the declaration says is a store, though the code that keeps it there cannot be seen into. */
function asStore({ data, declaredAs, to }: HandOver): SeenStore {
  const reason = `${to} cannot be seen into`;
  const deletion = { verdict: 'not-known', at: [], reachedFrom: [], after: null, reason } as const;
  return { name: to, kind: 'other', declaredAs, written: data, deletion };
}

/** Stores that are seen, and those that a declared hand-over stands for. */
export function storesToEmpty({ evidence }: Dossier): readonly SeenStore[] {
  const declared = evidence.handOvers.filter(({ declaredAs }) => declaredAs?.kind === 'store');
  return [...evidence.stores, ...declared.map(asStore)];
}

function entriesOf(store: Store, seen: SeenStore, category: string, dossier: Dossier): readonly Entry[] {
  const data = seen.written.filter((one) => one.category === category);
  const written = data.map(sightingOf);
  return [
    [storeName(store)],
    [shown(category, written)],
    [shown(seen.name, written)],
    metRight('access', dossier),
    metRight('rectify', dossier),
    metRight('erase', dossier),
    withdrawalHandler(dossier),
    deletionSeen(seen, dossier),
    [verdict({ ...seen, written: data })],
    reached(seen, dossier),
    [backups(store)],
  ];
}

function deletionSeen({ deletion }: SeenStore, dossier: Dossier): Entry {
  const cells = deletion.at.map(({ note, place }) => {
    const spot = spotOf(place);
    return said(`${note} ${spot.file}:${spot.line}`.trim(), 'code', [spot]);
  });
  return entryOf(cells, describe.noneSeen(dossier));
}

export function verdict(seen: SeenStore): Cell {
  const { after, at, reason } = seen.deletion;
  const spots = at.map(({ place }) => spotOf(place));
  const text = verdictTexts[seen.deletion.verdict];
  if (seen.deletion.verdict === 'not-known') return unknown(reason ?? 'the path is not followed', spots);
  if (seen.deletion.verdict === 'elsewhere') return notApplicable(text, 'code', spots);
  if (!isDeleted(seen) && holdsOnlyPossibly(seen))
    return unknown(`${seen.name} possibly keeps personal data; what deletes it there is not seen`, spots);
  if (!isDeleted(seen))
    return missing(
      `deletion of ${seen.name}: ${reason === null ? text : `not seen: ${reason}`}`,
      describe.who.engineering,
      spots,
    );
  return said(after === null ? text : `${text}, after ${after}`, 'code', spots);
}

/** Of what may never be there, nobody is asked how it is deleted. */
export function holdsOnlyPossibly({ written }: SeenStore): boolean {
  return isOnlyPossible(written.map(sightingOf));
}

function reached({ deletion }: SeenStore, dossier: Dossier): Entry {
  const cells = deletion.reachedFrom.map(({ note, place }) => {
    const spot = spotOf(place);
    return said(`${spot.file}:${spot.line}${note === '' ? '' : ` (${note})`}`, 'code', [spot]);
  });
  return entryOf(cells, describe.noneSeen(dossier));
}

function backups(store: Store): Cell {
  if (store.claim === null) return storeName(store);
  const text = backupsOf(store);
  return declared(
    text === null ? null : `backups ${text}: governed by their retention`,
    `storage.${store.claim.id}.backups`,
    store.claim.place,
    describe.who.engineering,
  );
}
