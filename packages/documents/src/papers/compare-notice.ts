import { said } from '../cells/make-cells.js';
import { entryOf, tableOf, type Entry, type Paper, type Row } from '../cells/table.js';
import type { Dossier } from '../dossier/dossier.js';
import { expectedOf, type Expected } from './notice-expected.js';
import { unknownHosts, wordsOf } from '@leastscope/analyzer';
import { namedIn } from './named-in.js';

/** What the published notice was saved as. */
export interface SavedNotice {
  /** As given on the command line. */
  readonly file: string;
  readonly text: string;
}

/** Where the saved notice and the rest differ. Notes, never a verdict on its wording. */
export function compareNotice(dossier: Dossier, saved: SavedNotice): Paper {
  const words = wordsOf(saved.text);
  const rows = expectedOf(dossier)
    .filter(({ names }) => !names.some(words.mention))
    .map((one): Row => ({ id: `${one.kind} ${one.names[0] ?? ''}`, entries: entriesOf(one) }));
  const strangers = unknownHosts(words, namedIn(dossier), dossier.catalog).map((host): Row => ({
    id: host,
    entries: [[said(host, 'repository')], [said('neither code nor declaration knows it', 'derived')]],
  }));
  return {
    kind: 'notice',
    title: 'Privacy notice: where the saved copy differs',
    intro: `Words of ${saved.file} held against code and declaration. A name may be meant by other words: each row is a note to look at.`,
    tables: [
      tableOf({
        id: 'not-mentioned',
        title: 'Not mentioned',
        columns: ['kind', 'looked for', 'note'],
        rows,
        whenEmpty: 'The saved copy mentions every recipient, country, period and category.',
      }),
      tableOf({
        id: 'not-known',
        title: 'Mentioned and not known',
        columns: ['shared with', 'note'],
        rows: strangers,
        whenEmpty: 'The saved copy names no host as receiving data that code and declaration do not know.',
      }),
    ],
    paragraphs: [],
  };
}

function entriesOf({ cell, kind, names }: Expected): readonly Entry[] {
  const looked = names.map((name) => said(name, cell.from, cell.at));
  return [
    [said(kind, 'derived')],
    entryOf(looked, cell),
    [said('not mentioned in the saved copy', 'derived')],
  ];
}
