import type { Cell } from '../cells/cell.js';
import { doubted, said, declared } from '../cells/make-cells.js';
import { entryOf, tableOf, type Entry, type Paper, type Row } from '../cells/table.js';
import { sightingsOf, type Datum } from '../dossier/datum.js';
import { purposeById, type Dossier } from '../dossier/dossier.js';
import { titleOf } from '../dossier/personal.js';
import { goesWithDatum, keptWhereStored } from './kept.js';
import { atRest, inTransit } from './protection.js';
import { savedNoticeTable } from './saved-notice.js';
import * as describe from './describe.js';

/** The six questions of the platform's page about privacy notices, in its order. */
const columns = ['what', 'why', 'how it is used', 'where it goes', 'how it is protected', 'how long'];

/** The table behind the privacy notice: one row for each category and purpose. */
export function notice(dossier: Dossier): Paper {
  const saved = savedNoticeTable(dossier);
  return {
    kind: 'notice',
    title: 'Privacy notice: the six questions',
    intro:
      'What the notice has to say of each category of personal data. A draft to compare the published notice with; it replaces nobody who answers for it.',
    tables: [
      tableOf({
        id: 'notice',
        title: 'What, why, how, where to, how protected, how long',
        columns,
        rows: noticeRows(dossier),
        whenEmpty: 'No personal data was seen to be read, kept or passed on.',
      }),
      ...(saved === null ? [] : [saved]),
    ],
    paragraphs: [],
  };
}

export function noticeRows(dossier: Dossier): readonly Row[] {
  return [...byCategoryAndPurpose(dossier.data)].map(([id, datum]) => ({
    id,
    entries: entriesOf(datum, dossier),
  }));
}

/** Data of one category for one purpose as one, whichever fields it comes from. */
export function byCategoryAndPurpose(data: readonly Datum[]): ReadonlyMap<string, Datum> {
  const merged = new Map<string, Datum>();
  for (const datum of data) {
    const key = `${datum.category} ${datum.purpose ?? 'no purpose'}`;
    const before = merged.get(key);
    merged.set(key, before === undefined ? datum : merge(before, datum));
  }
  return merged;
}

function merge(a: Datum, b: Datum): Datum {
  return {
    ...a,
    reads: [...a.reads, ...b.reads],
    stored: [...a.stored, ...b.stored],
    sent: [...a.sent, ...b.sent],
    handed: [...a.handed, ...b.handed],
  };
}

function entriesOf(datum: Datum, dossier: Dossier): readonly Entry[] {
  const purpose = purposeById(dossier, datum.purpose);
  const isKept = datum.stored.length > 0;
  const key = `purposes.${purpose?.id ?? '?'}.use`;
  const use = declared(purpose?.use, key, purpose?.place ?? null, describe.who.product);
  return [
    [doubted(said(titleOf(dossier.catalog, datum.category), 'catalog'), sightingsOf([datum]))],
    purpose === null
      ? describe.purposeEntry(null, datum)
      : [said(purpose.text, 'declaration', [purpose.place])],
    [(purpose === null ? describe.possiblyHere(datum) : null) ?? use],
    entryOf(describe.sharedWith(datum, dossier), describe.sharedWithNobody(dossier)),
    protection(datum, dossier),
    isKept
      ? [keptWhereStored(purpose, datum, dossier), goesWithDatum(purpose, datum)]
      : [howLongElse(datum, dossier)],
  ];
}

function protection(datum: Datum, dossier: Dossier): Entry {
  const stores = dossier.stores.filter(({ arrivals }) => datum.stored.some(({ name }) => arrivals.has(name)));
  const resting = stores.flatMap(({ claim }) => (claim === null ? [] : atRest(claim, dossier)));
  const undeclared = describe.keptIn(datum, dossier).filter(({ gap }) => gap !== null);
  const cells = [...resting, ...undeclared, inTransit(dossier)];
  return entryOf(
    datum.stored.length === 0 ? [describe.notStored(dossier), ...cells] : cells,
    describe.noneSeen(dossier),
  );
}

function howLongElse({ handed, sent }: Datum, dossier: Dossier): Cell {
  return sent.length + handed.length > 0
    ? doubted(said('passed on, not seen to be stored', 'code'), [...sent, ...handed])
    : describe.keptByNobody(dossier);
}
