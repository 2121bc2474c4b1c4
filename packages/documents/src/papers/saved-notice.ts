import type { Cell } from '../cells/cell.js';
import { contradiction, isOnlyPossible, said, spotsOf, type Where } from '../cells/make-cells.js';
import { tableOf, type Row, type Table } from '../cells/table.js';
import type { Dossier } from '../dossier/dossier.js';
import { inProject, isOnTheWeb } from '../dossier/in-project.js';
import { sightingsOfRecipient } from '../dossier/places.js';
import { absentDocument } from './absent-document.js';
import { who } from './describe.js';
import { expectedOf, type Expected } from './notice-expected.js';
import { unknownHosts, wordsOf, type NoticeWords } from '@leastscope/analyzer';
import { namedIn } from './named-in.js';

/** The copy of the published notice that the declaration names, held against code and declaration; null without one. */
export function savedNoticeTable(dossier: Dossier): Table | null {
  const { claims, textOf } = dossier;
  const { privacyNotice } = claims;
  const copy = privacyNotice?.copy ?? null;
  if (privacyNotice === null || copy === null || isOnTheWeb(copy)) return null;
  const absent = absentDocument(copy, privacyNotice.place, who.privacy, dossier);
  const path = inProject(copy, claims);
  const rows =
    absent === null
      ? rowsOf(wordsOf(textOf(path) ?? ''), path, [privacyNotice.place], dossier)
      : [{ id: path, entries: [[said(path, 'declaration', [privacyNotice.place])], [absent]] } as const];
  return tableOf({
    id: 'saved-copy',
    title: 'The saved copy of the notice',
    columns: ['subject', 'note'],
    rows,
    whenEmpty:
      'The saved copy mentions every recipient, country, period and category, and no other recipient.',
  });
}

function rowsOf(words: NoticeWords, path: string, at: readonly Where[], dossier: Dossier): readonly Row[] {
  const unmentioned = expectedOf(dossier).filter(({ names }) => !names.some(words.mention));
  return [
    ...unmentioned.map((one) => ({
      id: `${one.kind} ${one.names[0] ?? ''}`,
      entries: [[one.cell], [unmentionedCell(one, path, at)]] as const,
    })),
    ...unknownHosts(words, namedIn(dossier), dossier.catalog).map((host) => ({
      id: `host ${host}`,
      entries: [
        [said(host, 'repository', [{ file: path, line: 0 }])],
        [
          contradiction(
            `${path} shares data with ${host}; neither code nor declaration knows it`,
            'repository',
            [{ file: path, line: 0 }, ...at],
          ),
        ],
      ] as const,
    })),
  ];
}

/** Who gets data has to be named; countries, periods and categories may be told in other words. */
function unmentionedCell({ kind, names, recipient }: Expected, path: string, at: readonly Where[]): Cell {
  if (recipient === null) return said(`${kind} not mentioned in these words`, 'derived', at);
  const by = sightingsOfRecipient(recipient);
  if (isOnlyPossible(by)) return said('not mentioned; data possibly goes there', 'derived', at);
  const sides = `data goes to ${recipient.key}; ${path} does not name ${names.join(' or ')}`;
  return contradiction(sides, 'code', [...spotsOf(by), ...at]);
}
