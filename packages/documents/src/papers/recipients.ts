import type { Cell, Sighting } from '../cells/cell.js';
import {
  compareText,
  contradiction,
  declared,
  distinctSpots,
  doubted,
  isOnlyPossible,
  said,
  shown,
  spotsOf,
  unknown,
} from '../cells/make-cells.js';
import { entryOf, tableOf, type Entry, type Paper } from '../cells/table.js';
import { isPromised, type DeclaredRecipient } from '@leastscope/analyzer';
import type { Datum } from '../dossier/datum.js';
import { isAllFollowed, openHandOvers, type Dossier } from '../dossier/dossier.js';
import { inProject } from '../dossier/in-project.js';
import { absentDocument } from './absent-document.js';
import { ofHandOver, sightingOf, sightingsOfRecipient, type Recipient } from '../dossier/places.js';
import { spotOf, spotText } from '../cells/cell.js';
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
  const by = sightingsOfRecipient(recipient);
  const at = spotsOf(by);
  const none = describe.noneSeen(dossier);
  const stranger = describe.undeclaredRecipient(key, by);
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
      [...new Set(names)]
        .sort(compareText)
        .map((name) => doubted(said(name, originOf(name, recipient), at), linesOf(name, recipient))),
      none,
    ),
    entryOf(dataCells(recipient, dossier), none),
    entryOf(
      distinctSpots(at).map((spot) =>
        shown(
          spotText(spot),
          by.filter((one) => spotText(one.at) === spotText(spot)),
        ),
      ),
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

/** The lines that show what the code calls by this name; none for a name that only the declaration knows. */
function linesOf(name: string, { handed, seen }: Recipient): readonly Sighting[] {
  return [
    ...seen.filter((one) => one.name === name).flatMap(({ received }) => received.map(sightingOf)),
    ...handed.filter(({ to }) => to === name).map(ofHandOver),
  ];
}

/** A contract that is named has to be there. */
function contract({ contract: named, id, place }: DeclaredRecipient, dossier: Dossier): Cell {
  const path = named === null ? null : inProject(named, dossier.claims);
  const cell = declared(path, `recipients.${id}.contract`, place, describe.who.privacy);
  return absentDocument(named, place, describe.who.privacy, dossier) ?? cell;
}

/** Where the declaration lists what a recipient gets, anything else is more than it says. */
function dataCells({ arrivals, claim }: Recipient, { catalog, data }: Dossier): readonly Cell[] {
  const arriving = ({ sent }: Datum): readonly Sighting[] => sent.filter(({ name }) => arrivals.has(name));
  const own = data
    .filter((datum) => arriving(datum).length > 0)
    .sort((a, b) => compareText(a.category, b.category));
  return own.map((datum) => {
    const { category } = datum;
    const all = own.filter((one) => one.category === category).flatMap(arriving);
    const cell = doubted(said(category, 'code', spotsOf(arriving(datum))), all);
    if (claim === null || claim.receives.length === 0 || isOnlyPossible(all)) return cell;
    if (isPromised(category, claim.receives, catalog)) return cell;
    const sides = `${category} goes to ${claim.id}; receives does not name it`;
    return contradiction(sides, 'code', [...cell.at, claim.place]);
  });
}

function state(recipient: Recipient, dossier: Dossier): Cell {
  const { unseen } = dossier;
  const { claim, handed, seen } = recipient;
  const by = sightingsOfRecipient(recipient);
  if (claim === null) return doubted(said('seen, bound to no declared recipient', 'code'), by);
  if (unseen !== null) return unknown(unseen, [claim.place]);
  if (seen.length === 0 && handed.length === 0) {
    const bound = [...claim.hosts, ...claim.packages, ...claim.code];
    const clash = `recipient ${claim.id} is bound to ${bound.join(', ')}; no personal data is seen to go there`;
    if (bound.length > 0 && isAllFollowed(dossier)) return contradiction(clash, 'declaration', [claim.place]);
    return said('declared, bound to nothing that was seen in code', 'declaration', [claim.place]);
  }
  return said(isOnlyPossible(by) ? 'declared and possibly seen' : 'declared and seen', 'derived', [
    claim.place,
  ]);
}

function handOverTable(dossier: Dossier): Paper['tables'][number] {
  return tableOf({
    id: 'hand-overs',
    title: 'Handed to code that cannot be seen into',
    columns: ['handed to', 'personal data', 'what to do'],
    rows: openHandOvers(dossier).map((handOver) => {
      const { at, data, to } = handOver;
      const spot = spotOf(at);
      const categories = [...new Set(data.map(({ category }) => category))].sort(compareText);
      return {
        id: `${to} ${spot.file}:${spot.line}:${at.start.column}`,
        entries: [
          [describe.handedTo({ name: to, ...ofHandOver(handOver) })],
          entryOf(
            categories.map((one) =>
              doubted(
                said(one, 'code', [spot]),
                data.filter(({ category }) => category === one).map(sightingOf),
              ),
            ),
            said('part of an answer', 'code', [spot]),
          ),
          [said('Bind it with recipients[].code or storage[].code in the declaration.', 'derived')],
        ],
      };
    }),
    whenEmpty: describe.whenEmpty('No such hand-over was seen.', dossier),
  });
}
