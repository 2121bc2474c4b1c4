import type { Cell } from '../cells/cell.js';
import { declared, missing, said } from '../cells/make-cells.js';
import { entryOf, tableOf, type Entry, type Paper } from '../cells/table.js';
import type { ClaimedRecipient } from '../dossier/claims.js';
import type { Datum } from '../dossier/datum.js';
import type { Dossier } from '../dossier/dossier.js';
import type { Recipient } from '../dossier/places.js';
import { spotOf } from '../dossier/spots.js';
import { compareText } from '../cells/make-cells.js';
import * as describe from './describe.js';
import { storesTable } from './stores.js';

const columns = [
  'id',
  'name',
  'role',
  'country',
  'transfer mechanism',
  'contract',
  'hosts and packages',
  'personal data seen',
  'seen at',
  'state',
];

/** Who gets data and where it lies: what is declared, held against what code shows. */
export function recipients(dossier: Dossier): Paper {
  return {
    kind: 'recipients',
    title: 'Recipients and places',
    intro:
      'Everybody who gets personal data, declared or seen, and what is handed on to code that cannot be seen into.',
    tables: [
      tableOf({
        id: 'recipients',
        title: 'Recipients',
        columns,
        rows: dossier.recipients.map((one) => ({ id: one.key, entries: entriesOf(one, dossier) })),
        whenEmpty: 'No recipient is declared, and none was seen.',
      }),
      handOverTable(dossier),
      storesTable(dossier),
    ],
    paragraphs: [],
  };
}

function entriesOf(recipient: Recipient, dossier: Dossier): readonly Entry[] {
  const { claim, key, seen } = recipient;
  const at = seen.flatMap(({ received }) => received.map((one) => spotOf(one.at)));
  const stranger = describe.undeclaredRecipient(key, at);
  const of = (name: 'name' | 'role' | 'country' | 'transferMechanism'): Entry => [
    claim === null
      ? stranger
      : declared(claim[name], `recipients.${claim.id}.${name}`, claim.at, describe.who.privacy),
  ];
  const names = [...seen.map(({ name }) => name), ...(claim?.hosts ?? []), ...(claim?.packages ?? [])];
  return [
    [claim === null ? stranger : said(claim.id, 'declaration', [claim.at])],
    of('name'),
    of('role'),
    of('country'),
    of('transferMechanism'),
    [claim === null ? stranger : contract(claim, dossier)],
    entryOf(
      names.sort(compareText).map((name) => said(name, originOf(name, recipient), at)),
      describe.noneSeen,
    ),
    entryOf(dataSeen(recipient, dossier.data), describe.noneSeen),
    entryOf(
      at.map((spot) => said(`${spot.file}:${spot.line}`, 'code', [spot])),
      describe.noneSeen,
    ),
    [state(recipient)],
  ];
}

function originOf(name: string, { seen }: Recipient): Cell['from'] {
  return seen.some((one) => one.name === name) ? 'code' : 'declaration';
}

/** A contract that is named has to be there. */
function contract({ at, contract: path, id }: ClaimedRecipient, { digestOf }: Dossier): Cell {
  const cell = declared(path, `recipients.${id}.contract`, at, describe.who.privacy);
  if (path === null || /^https?:/.test(path) || digestOf(path) !== null) return cell;
  return missing(`${path}: the file is not there`, describe.who.privacy, cell.at);
}

export function dataSeen({ arrivals }: Recipient, data: readonly Datum[]): readonly Cell[] {
  const seen = data.flatMap(({ category, sent }) => {
    const at = sent.filter(({ name }) => arrivals.has(name)).map((one) => one.at);
    return at.length === 0 ? [] : [said(category, 'code', at)];
  });
  return seen.sort((a, b) => compareText(a.value, b.value));
}

export function isSeen({ arrivals, seen }: Recipient, data: readonly Datum[]): boolean {
  return seen.length > 0 || data.some(({ sent }) => sent.some(({ name }) => arrivals.has(name)));
}

function state({ claim, seen }: Recipient): Cell {
  if (claim === null) return said('seen, bound to no declared recipient', 'code');
  if (seen.length === 0)
    return said('declared, bound to nothing that was seen in code', 'declaration', [claim.at]);
  return said('declared and seen', 'derived', [claim.at]);
}

function handOverTable({ evidence }: Dossier): Paper['tables'][number] {
  const open = evidence.handOvers.filter(({ declaredAs }) => declaredAs === null);
  return tableOf({
    id: 'hand-overs',
    title: 'Handed to code that cannot be seen into',
    columns: ['handed to', 'personal data', 'what to do'],
    rows: open.map(({ at, data, to }) => {
      const spot = spotOf(at);
      const categories = [...new Set(data.map(({ category }) => category))].sort(compareText);
      return {
        id: `${to} ${spot.file}:${spot.line}:${at.start.column}`,
        entries: [
          [
            {
              value: `not known: handed to ${to} at ${spot.file}:${spot.line}`,
              from: 'code',
              at: [spot],
              gap: 'not-followed',
            },
          ],
          entryOf(
            categories.map((one) => said(one, 'code', [spot])),
            said('part of an answer', 'code', [spot]),
          ),
          [said('Bind it with recipients[].code or storage[].code in the declaration.', 'derived')],
        ],
      };
    }),
    whenEmpty:
      'No such hand-over was seen. A single field, or an object built of fields, that is handed to code which cannot be seen into leaves no trace in this version.',
  });
}
