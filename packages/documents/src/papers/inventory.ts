import { distinctSpots, doubted, said, shown, spotsOf } from '../cells/make-cells.js';
import { entryOf, tableOf, type Entry, type Paper } from '../cells/table.js';
import { sightingsOf, type Datum } from '../dossier/datum.js';
import { purposeById, type Dossier } from '../dossier/dossier.js';
import { subjectOf, titleOf } from '../dossier/personal.js';
import { spotText, type Cell, type Sighting } from '../cells/cell.js';
import { goesWithDatum, keptWhereStored } from './kept.js';
import * as describe from './describe.js';

const columns = [
  'category',
  'title',
  'data subject',
  'purpose',
  'source field',
  'read at',
  'stored in',
  'stored at',
  'sent to',
  'sent at',
  'kept for',
  'goes when the seller withdraws',
];

/** Which personal data the code takes, where from, where to, and for how long. */
export function inventory(dossier: Dossier): Paper {
  return {
    kind: 'inventory',
    title: 'Data inventory',
    intro:
      'Personal data that the code reads, keeps or passes on, one row for each category, purpose and field. What nobody reads is not listed.',
    tables: [
      tableOf({
        id: 'inventory',
        title: 'Personal data',
        columns,
        rows: dossier.data.map((datum) => ({
          id: `${datum.category} ${datum.purpose ?? 'no purpose'} ${datum.source}`,
          entries: entriesOf(withParts(datum, dossier.data), dossier),
        })),
        whenEmpty: 'No personal data was seen to be read, kept or passed on.',
      }),
    ],
    paragraphs: [],
  };
}

/** Where a part of a record goes, the record's data of this category goes: its row must not say that it goes nowhere. */
function withParts(datum: Datum, all: readonly Datum[]): Datum {
  const parts = all.filter(
    ({ category, purpose, source }) =>
      category === datum.category &&
      purpose === datum.purpose &&
      (source.startsWith(`${datum.source}.`) || source.startsWith(`${datum.source}[`)),
  );
  return {
    ...datum,
    stored: [...datum.stored, ...parts.flatMap(({ stored }) => stored)],
    sent: [...datum.sent, ...parts.flatMap(({ sent }) => sent)],
    handed: [...datum.handed, ...parts.flatMap(({ handed }) => handed)],
  };
}

function entriesOf(datum: Datum, dossier: Dossier): readonly Entry[] {
  const { category, handed, reads, sent, source, stored } = datum;
  const purpose = purposeById(dossier, datum.purpose);
  const isKept = stored.length > 0;
  const none = describe.notStored(dossier);
  return [
    [said(category, 'catalog')],
    [said(titleOf(dossier.catalog, category), 'catalog')],
    [said(subjectOf(category), 'catalog')],
    describe.purposeEntry(purpose, datum),
    [doubted(said(source, 'code', spotsOf(reads)), sightingsOf([datum]))],
    placesEntry(reads, said('none seen', 'code')),
    entryOf(describe.keptIn(datum, dossier), none),
    placesEntry(stored, describe.noneSeen(dossier)),
    entryOf(describe.sharedWith(datum, dossier), describe.noneSeen(dossier)),
    placesEntry([...sent, ...handed], describe.noneSeen(dossier)),
    [isKept ? keptWhereStored(purpose, datum, dossier) : none],
    [isKept ? goesWithDatum(purpose, datum) : none],
  ];
}

function placesEntry(by: readonly Sighting[], none: Cell): Entry {
  const cells = distinctSpots(spotsOf(by)).map((spot) => {
    const line = spotText(spot);
    return shown(
      line,
      by.filter(({ at }) => spotText(at) === line),
    );
  });
  return entryOf(cells, none);
}
