import { doubted, missing, said } from '../cells/make-cells.js';
import { entryOf, tableOf, type Entry, type Paper } from '../cells/table.js';
import { sightingsOf, type Datum } from '../dossier/datum.js';
import { purposeById, type Dossier } from '../dossier/dossier.js';
import { titleOf } from '../dossier/personal.js';
import { californiaForm, californiaGroups } from '../forms/california-groups.js';
import { keptWhereStored } from './kept.js';
import * as describe from './describe.js';

const columns = ['statutory category', 'what of it', 'why', 'where it goes', 'how long'];

/** The same data in the groups that California's notice at collection names. */
export function noticeForCalifornia(dossier: Dossier): Paper {
  const groups = californiaGroups.flatMap(({ categories, group }) => {
    const own = dossier.data.filter(({ category }) => categories.includes(category));
    return own.length === 0 ? [] : [{ id: group, entries: entriesOf(group, own, dossier) }];
  });
  return {
    kind: 'notice',
    title: californiaForm.title,
    intro: `Groups: ${californiaForm.source} (${californiaForm.date}). Which of our categories falls into which is our reading of the text.`,
    tables: [
      tableOf({
        id: 'notice',
        title: 'By statutory category',
        columns,
        rows: groups,
        whenEmpty: 'No personal data was seen to be read, kept or passed on.',
      }),
    ],
    paragraphs: [],
  };
}

function entriesOf(group: string, own: readonly Datum[], dossier: Dossier): readonly Entry[] {
  const purposes = own.map((datum) => purposeById(dossier, datum.purpose));
  const none = missing('purposes: none covers this data', describe.who.product);
  return [
    [said(group, 'derived')],
    entryOf(
      own.map(({ category }) =>
        doubted(
          said(titleOf(dossier.catalog, category), 'catalog'),
          sightingsOf(own.filter((one) => one.category === category)),
        ),
      ),
      none,
    ),
    entryOf(
      purposes.flatMap((one) => (one === null ? [] : [said(one.text, 'declaration', [one.place])])),
      none,
    ),
    entryOf(
      own.flatMap((datum) => describe.sharedWith(datum, dossier)),
      describe.sharedWithNobody(dossier),
    ),
    entryOf(
      own.flatMap((datum, index) =>
        datum.stored.length === 0 ? [] : [keptWhereStored(purposes[index] ?? null, datum, dossier)],
      ),
      describe.notStored(dossier),
    ),
  ];
}
