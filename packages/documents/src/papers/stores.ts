import type { Cell } from '../cells/cell.js';
import { declared, said } from '../cells/make-cells.js';
import { entryOf, tableOf, type Entry, type Table } from '../cells/table.js';
import { spotOf } from '../dossier/spots.js';
import type { Dossier } from '../dossier/dossier.js';
import type { Store } from '../dossier/places.js';
import * as describe from './describe.js';

const columns = ['store', 'kind', 'country', 'encryption at rest', 'backups', 'in code', 'state'];

/** Where data lies, declared or seen. */
export function storesTable(dossier: Dossier): Table {
  return tableOf({
    id: 'stores',
    title: 'Stores',
    columns,
    rows: dossier.stores.map((store) => ({ id: store.key, entries: entriesOf(store) })),
    whenEmpty: 'No store is declared, and none was seen.',
  });
}

function entriesOf(store: Store): readonly Entry[] {
  const { claim, seen } = store;
  const at = seen.flatMap(({ written }) => written.map((one) => spotOf(one.at)));
  const from = (value: string | null | undefined, name: string): Entry => [
    claim === null
      ? storeName(store)
      : declared(value, `storage.${claim.id}.${name}`, claim.at, describe.who.engineering),
  ];
  return [
    [storeName(store)],
    claim === null ? [said(seen[0]?.kind ?? 'other', 'code', at)] : from(claim.kind, 'kind'),
    from(claim?.country, 'country'),
    from(claim?.encryptionAtRest, 'encryptionAtRest'),
    from(backupsOf(store), 'backups'),
    entryOf(
      seen.map(({ name }) => said(name, 'code', at)),
      describe.noneSeen,
    ),
    [said(stateOf(store), claim === null ? 'code' : 'derived', claim === null ? at : [claim.at])],
  ];
}

export function storeName({ claim, key, seen }: Store): Cell {
  if (claim !== null) return said(claim.id, 'declaration', [claim.at]);
  const at = seen.flatMap(({ written }) => written.map((one) => spotOf(one.at)));
  return describe.undeclaredStore(key, at);
}

export function backupsOf({ claim }: Store): string | null {
  const backups = claim?.backups ?? null;
  if (backups === null) return null;
  const { country, retention } = backups;
  const parts = [retention, country].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function stateOf({ claim, seen }: Store): string {
  if (claim === null) return 'seen, bound to no declared store';
  return seen.length === 0 ? 'declared, bound to nothing that was seen in code' : 'declared and seen';
}
