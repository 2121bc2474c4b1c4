import type { Cell } from '../cells/cell.js';
import { compareText, said } from '../cells/make-cells.js';
import { entryOf, tableOf, type Entry, type Paper, type Row } from '../cells/table.js';
import type { Dossier } from '../dossier/dossier.js';
import { titleOf } from '../dossier/personal.js';
import * as describe from './describe.js';

/** What the published notice was saved as. */
export interface SavedNotice {
  /** As given on the command line. */
  readonly file: string;
  readonly text: string;
}

/** What the saved notice does not mention of what is declared and seen. Notes, never a verdict on its wording. */
export function compareNotice(dossier: Dossier, saved: SavedNotice): Paper {
  const words = wordsOf(saved.text);
  const rows = expected(dossier)
    .filter(({ names }) => !names.some((name) => mentions(words, name)))
    .map((one): Row => ({ id: `${one.kind} ${one.names[0] ?? ''}`, entries: entriesOf(one) }));
  return {
    kind: 'notice',
    title: 'Privacy notice: what the saved copy does not mention',
    intro: `Words of ${saved.file} held against code and declaration. A name may be meant by other words: each row is a note to look at.`,
    tables: [
      tableOf({
        id: 'not-mentioned',
        title: 'Not mentioned',
        columns: ['kind', 'looked for', 'note'],
        rows,
        whenEmpty: 'The saved copy mentions every recipient, country, period and category.',
      }),
    ],
    paragraphs: [],
  };
}

interface Expected {
  readonly kind: 'recipient' | 'country' | 'period' | 'category';
  /** Any of these is enough. */
  readonly names: readonly string[];
  readonly cell: Cell;
}

function entriesOf({ cell, kind, names }: Expected): readonly Entry[] {
  const looked = names.map((name) => said(name, cell.from, cell.at));
  return [
    [said(kind, 'derived')],
    entryOf(looked, cell),
    [said('not mentioned in the saved copy', 'derived')],
  ];
}

function expected(dossier: Dossier): readonly Expected[] {
  const { catalog, claims, data, recipients } = dossier;
  const receivers = recipients.map(({ claim, key }): Expected => {
    const names = claim === null ? [key] : [claim.name, ...claim.aka];
    const cell =
      claim === null ? describe.undeclaredRecipient(key, []) : said(claim.name, 'declaration', [claim.place]);
    return { kind: 'recipient', names, cell };
  });
  const countries = (claims.company?.systemLocations ?? []).map((code): Expected => ({
    kind: 'country',
    names: countryNames(code),
    cell: said(code, 'declaration', claims.company === null ? [] : [claims.company.place]),
  }));
  const periods = claims.purposes.flatMap(({ retention }): readonly Expected[] =>
    retention?.period == null
      ? []
      : [
          {
            kind: 'period',
            names: periodNames(retention.period),
            cell: said(retention.period, 'declaration', [retention.place]),
          },
        ],
  );
  const categories = [...new Set(data.map(({ category }) => category))].sort(compareText);
  return [
    ...receivers,
    ...countries,
    ...periods,
    ...categories.map((category): Expected => {
      const title = titleOf(catalog, category);
      return { kind: 'category', names: [title, ...shortWords(title)], cell: said(title, 'catalog') };
    }),
  ];
}

/** The code, and the country's English name as the runtime's own tables have it. */
function countryNames(code: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(code)) return [code];
  const name = new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
  return [...new Set([name, code])];
}

/** `P30D` may be written "30 days", `P1Y` "12 months" or "one year". */
function periodNames(period: string): readonly string[] {
  const [, count = '', unit = ''] = /^P(\d+)([YMWD])$/.exec(period) ?? [];
  const units: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };
  const word = units[unit];
  if (word === undefined) return [period];
  const one = count === '1' ? [`one ${word}`, `a ${word}`] : [];
  const months = unit === 'Y' ? [`${Number(count) * 12} months`] : [];
  return [`${count} ${word}${count === '1' ? '' : 's'}`, `${count}-${word}`, ...one, ...months, period];
}

/** The telling last word of "Buyer or recipient phone". */
function shortWords(title: string): readonly string[] {
  const last = title.split(/\s+/).at(-1) ?? '';
  return last.length > 3 ? [last] : [];
}

/** Plain words of HTML, Markdown or text, one blank between them. */
function wordsOf(text: string): string {
  const bare = text
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&amp;/g, '&');
  return ` ${normal(bare)} `;
}

function mentions(words: string, name: string): boolean {
  return words.includes(` ${normal(name)} `);
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
