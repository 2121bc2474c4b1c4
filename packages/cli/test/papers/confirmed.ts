import type { Dossier, Paper, Cell } from '@leastscope/documents';
import { cellsOf } from '@leastscope/documents';
import { callsAt } from '../../src/documents/place-story.js';

const origins: ReadonlySet<string> = new Set([
  ...['code', 'declaration', 'catalog', 'attested', 'derived', 'repository'],
]);

/** What of a paper says nothing, says it in nobody's name, or stands in a row of another width. */
export function unsaid(paper: Paper): readonly string[] {
  const blank = cellsOf(paper).filter(({ from, value }) => value.trim() === '' || !origins.has(from));
  const rows = paper.tables.flatMap(({ columns, id, rows: own }) =>
    own
      .filter(
        ({ entries }) => entries.length !== columns.length || entries.some((entry) => entry.length === 0),
      )
      .map((row) => `${paper.kind} ${id} ${row.id}: another width`),
  );
  return [...blank.map(({ from, value }) => `${paper.kind}: "${value}" from "${from}"`), ...rows];
}

/** Places of code that a paper quotes and that neither the calls and flows nor the evidence of the engine tell of. */
export function unconfirmed(paper: Paper, dossier: Dossier): readonly string[] {
  const known = evidencePlaces(dossier);
  return quoted(paper).filter((place) => {
    const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(place) ?? [];
    const { open, outflows, reads, unreached, uses } = callsAt(
      { file, line: Number(line) },
      dossier.analysis.needs,
    );
    return (
      uses.length + open.length + unreached.length + reads.length + outflows.length === 0 && !known.has(place)
    );
  });
}

/** `file:line`, of what code says: the declaration is quoted beside it. */
export function quoted(paper: Paper): readonly string[] {
  const isCode = ({ from }: Cell): boolean => from === 'code';
  const spots = cellsOf(paper)
    .filter(isCode)
    .flatMap(({ at }) => at);
  return spots.filter(({ file }) => !file.endsWith('.yaml')).map(({ file, line }) => `${file}:${line}`);
}

/** Deletions, what reaches them, hand-overs, what arrives, and what protects: facts beside the calls. */
function evidencePlaces({ evidence }: Dossier): ReadonlySet<string> {
  const places = new Set<string>();
  JSON.stringify(evidence, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'file' in value && 'start' in value) {
      const { file, start } = value as { readonly file: string; readonly start: { readonly line: number } };
      places.add(`${file}:${start.line}`);
    }
    return value;
  });
  return places;
}
