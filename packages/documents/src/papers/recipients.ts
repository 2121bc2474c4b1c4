import type { Cell } from '../cells/cell.js';
import { contradiction, declared, notFollowed, said, unknown } from '../cells/make-cells.js';
import { entryOf, tableOf, type Entry, type Paper } from '../cells/table.js';
import { isPromised, type DeclaredRecipient } from '@leastscope/analyzer';
import type { Datum } from '../dossier/datum.js';
import { isAllFollowed, openHandOvers, type Dossier } from '../dossier/dossier.js';
import { inProject } from '../dossier/in-project.js';
import { absentDocument } from './absent-document.js';
import { spotsOfRecipient, type Recipient } from '../dossier/places.js';
import { spotOf } from '../cells/cell.js';
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
        whenEmpty: describe.whenEmpty('No recipient is declared, and none was seen.', dossier),
      }),
      handOverTable(dossier),
      storesTable(dossier),
    ],
    paragraphs: [],
  };
}

function entriesOf(recipient: Recipient, dossier: Dossier): readonly Entry[] {
  const { claim, handed, key, seen } = recipient;
  const at = spotsOfRecipient(recipient);
  const none = describe.noneSeen(dossier);
  const stranger = describe.undeclaredRecipient(key, at);
  const of = (name: 'name' | 'role' | 'country' | 'transferMechanism'): Entry => [
    claim === null
      ? stranger
      : declared(claim[name], `recipients.${claim.id}.${name}`, claim.place, describe.who.privacy),
  ];
  const names = [
    ...seen.map(({ name }) => name),
    ...handed.map(({ to }) => to),
    ...(claim?.hosts ?? []),
    ...(claim?.packages ?? []),
  ];
  return [
    [claim === null ? stranger : said(claim.id, 'declaration', [claim.place])],
    of('name'),
    of('role'),
    of('country'),
    of('transferMechanism'),
    [claim === null ? stranger : contract(claim, dossier)],
    entryOf(
      [...new Set(names)].sort(compareText).map((name) => said(name, originOf(name, recipient), at)),
      none,
    ),
    entryOf(
      dataSeen(recipient, dossier.data).map((cell) => unlessPromised(cell, recipient, dossier)),
      none,
    ),
    entryOf(
      at.map((spot) => said(`${spot.file}:${spot.line}`, 'code', [spot])),
      none,
    ),
    [state(recipient, dossier)],
  ];
}

function originOf(name: string, { handed, seen }: Recipient): Cell['from'] {
  return seen.some((one) => one.name === name) || handed.some(({ to }) => to === name)
    ? 'code'
    : 'declaration';
}

/** A contract that is named has to be there. */
function contract({ contract: named, id, place }: DeclaredRecipient, dossier: Dossier): Cell {
  const path = named === null ? null : inProject(named, dossier.claims);
  const cell = declared(path, `recipients.${id}.contract`, place, describe.who.privacy);
  return absentDocument(named, place, describe.who.privacy, dossier) ?? cell;
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

/** Where the declaration lists what a recipient gets, anything else is more than it says. */
function unlessPromised(cell: Cell, { claim }: Recipient, { catalog }: Dossier): Cell {
  if (claim === null || claim.receives.length === 0) return cell;
  if (isPromised(cell.value, claim.receives, catalog)) return cell;
  const sides = `${cell.value} goes to ${claim.id}; receives does not name it`;
  return contradiction(sides, 'code', [...cell.at, claim.place]);
}

function state({ claim, handed, seen }: Recipient, dossier: Dossier): Cell {
  const { unseen } = dossier;
  if (claim === null) return said('seen, bound to no declared recipient', 'code');
  if (unseen !== null) return unknown(unseen, [claim.place]);
  if (seen.length === 0 && handed.length === 0) {
    const bound = [...claim.hosts, ...claim.packages, ...claim.code];
    const clash = `recipient ${claim.id} is bound to ${bound.join(', ')}; no personal data is seen to go there`;
    if (bound.length > 0 && isAllFollowed(dossier)) return contradiction(clash, 'declaration', [claim.place]);
    return said('declared, bound to nothing that was seen in code', 'declaration', [claim.place]);
  }
  return said('declared and seen', 'derived', [claim.place]);
}

function handOverTable(dossier: Dossier): Paper['tables'][number] {
  return tableOf({
    id: 'hand-overs',
    title: 'Handed to code that cannot be seen into',
    columns: ['handed to', 'personal data', 'what to do'],
    rows: openHandOvers(dossier).map(({ at, data, to }) => {
      const spot = spotOf(at);
      const categories = [...new Set(data.map(({ category }) => category))].sort(compareText);
      return {
        id: `${to} ${spot.file}:${spot.line}:${at.start.column}`,
        entries: [
          [notFollowed(to, spot)],
          entryOf(
            categories.map((one) => said(one, 'code', [spot])),
            said('part of an answer', 'code', [spot]),
          ),
          [said('Bind it with recipients[].code or storage[].code in the declaration.', 'derived')],
        ],
      };
    }),
    whenEmpty: describe.whenEmpty('No such hand-over was seen.', dossier),
  });
}
