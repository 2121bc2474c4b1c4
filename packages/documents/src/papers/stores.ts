import type { Cell, Sighting } from '../cells/cell.js';
import { isPromised } from '@leastscope/analyzer';
import { spotOf } from '../cells/cell.js';
import {
  compareText,
  contradiction,
  declared,
  doubted,
  isOnlyPossible,
  said,
  spotsOf,
  unknown,
} from '../cells/make-cells.js';
import { isPersonal } from '../dossier/personal.js';
import { entryOf, tableOf, type Entry, type Table } from '../cells/table.js';
import { isAllFollowed, type Dossier } from '../dossier/dossier.js';
import { ofHandOver, sightingOf, sightingsOfStore, type Store } from '../dossier/places.js';
import * as describe from './describe.js';

const columns = ['store', 'kind', 'country', 'encryption at rest', 'backups', 'in code', 'state'];

/** Where data lies, declared or seen. */
export function storesTable(dossier: Dossier): Table {
  return tableOf({
    id: 'stores',
    title: 'Stores',
    columns,
    rows: dossier.stores.map((store) => ({ id: store.key, entries: entriesOf(store, dossier) })),
    whenEmpty: describe.whenEmpty('No store is declared, and none was seen.', dossier),
  });
}

function entriesOf(store: Store, dossier: Dossier): readonly Entry[] {
  const { claim, handed, seen } = store;
  const by = sightingsOfStore(store);
  const at = spotsOf(by);
  const from = (value: string | null | undefined, name: string): Entry => [
    claim === null
      ? storeName(store)
      : declared(value, `storage.${claim.id}.${name}`, claim.place, describe.who.engineering),
  ];
  return [
    [storeName(store)],
    claim === null ? [doubted(said(seen[0]?.kind ?? 'other', 'code', at), by)] : from(claim.kind, 'kind'),
    from(claim?.country, 'country'),
    from(claim?.encryptionAtRest, 'encryptionAtRest'),
    from(backupsOf(store), 'backups'),
    entryOf(
      [...seen.map(({ name }) => name), ...handed.map(({ to }) => to)].map((name) =>
        doubted(said(name, 'code', at), linesOf(name, store)),
      ),
      describe.noneSeen(dossier),
    ),
    [stateOf(store, dossier), ...beyondHolds(store, dossier)],
  ];
}

/** The lines that show what the code calls by this name. */
function linesOf(name: string, { handed, seen }: Store): readonly Sighting[] {
  return [
    ...seen.filter((one) => one.name === name).flatMap(({ written }) => written.map(sightingOf)),
    ...handed.filter(({ to }) => to === name).map(ofHandOver),
  ];
}

export function storeName(store: Store): Cell {
  const { claim, key } = store;
  if (claim !== null) return said(claim.id, 'declaration', [claim.place]);
  return describe.undeclaredStore(key, sightingsOfStore(store));
}

export function backupsOf({ claim }: Store): string | null {
  const backups = claim?.backups ?? null;
  if (backups === null) return null;
  const { country, retention } = backups;
  const parts = [retention, country].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** What the code keeps there, and no store is declared to hold: the same question that `check` asks. */
function beyondHolds({ claim, handed, seen }: Store, { broken, catalog, claims }: Dossier): readonly Cell[] {
  if (claim === null || broken.includes('storage')) return [];
  const held = claims.storage.flatMap(({ holds }) => holds);
  const kept = [...seen.flatMap(({ written }) => written), ...handed.flatMap(({ data }) => data)];
  const more = kept.filter(
    ({ category, isCertain }) =>
      isCertain && isPersonal(catalog, category) && !isPromised(category, held, catalog),
  );
  return [...new Set(more.map(({ category }) => category))].sort(compareText).map((category) => {
    const at = more.filter((one) => one.category === category).map((one) => spotOf(one.at));
    const sides = `the code stores ${category} in ${claim.id}; no holds names it`;
    return contradiction(sides, 'code', [...at, claim.place]);
  });
}

function stateOf(store: Store, dossier: Dossier): Cell {
  const { unseen } = dossier;
  const { claim, handed, seen } = store;
  const by = sightingsOfStore(store);
  if (claim === null) return doubted(said('seen, bound to no declared store', 'code', spotsOf(by)), by);
  if (unseen !== null) return unknown(unseen, [claim.place]);
  const isSeen = seen.length + handed.length > 0;
  const clash = `store ${claim.id} is bound to ${claim.code.join(', ')}; no personal data is seen to be stored there`;
  if (!isSeen && claim.code.length > 0 && isAllFollowed(dossier))
    return contradiction(clash, 'declaration', [claim.place]);
  const words = isOnlyPossible(by) ? 'declared and possibly seen' : 'declared and seen';
  return said(isSeen ? words : 'declared, bound to nothing that was seen in code', 'derived', [claim.place]);
}
