import { comparePlaces } from '@leastscope/analyzer';
import type {
  Evidence,
  FieldRead,
  Needs,
  OpenCall,
  Outflow,
  Place,
  RelatedPlace,
  Use,
} from '@leastscope/analyzer';
import { at } from '../text/at.js';
import { countedNeeds } from './counted-needs.js';
import { toSafeJson, visible } from '../text/visible.js';
import type { Layout } from '../text/layout.js';
import { alignColumns, count, printRows, type Row } from '../text/words.js';
import { outflowRow, pointColumns, readRow } from './data-rows.js';
import { isEvidence, possibleLines } from './possible-data.js';

export interface UsesListOptions {
  readonly includeTests: boolean;
  readonly showUnreached: boolean;
  readonly showFields: boolean;
}

type Point = FieldRead | Outflow;

type Listed = Pick<Needs, 'uses' | 'open' | 'unreached' | 'unread' | 'reads' | 'outflows' | 'coverage'>;

/** For scripts. Its shape is `schema/uses.schema.json`. */
export function usesAsJson(needs: Needs, evidence: Evidence | null, options: UsesListOptions): string {
  const { uses, open, unreached, unread, reads, outflows, coverage } = countedNeeds(
    needs,
    options.includeTests,
  );
  return toSafeJson({
    schemaVersion: 1,
    uses: uses.map(useRow),
    open: open.map(openRow),
    ...(options.showUnreached ? { unreached: unreached.map(openRow) } : {}),
    ...(options.showFields
      ? { reads: reads.map(readRow), outflows: outflows.map(outflowRow), evidence }
      : {}),
    unread: unread.map(({ file, reason }) => ({ file, reason })),
    coverage: { resolved: coverage.resolved, open: coverage.open },
  });
}

function useRow(use: Use): object {
  return {
    method: use.method,
    path: use.path,
    endpoint: use.endpoint,
    place: use.place,
    pathPlace: use.pathPlace,
    state: use.state,
    evidence: use.evidence,
    fileKind: use.fileKind,
    ...(use.uncalled === undefined ? {} : { uncalled: use.uncalled }),
    via: use.via.map(viaRow),
  };
}

function openRow({ method, knownPath, place, reason, settledBy, via, fileKind }: OpenCall): object {
  return { method, knownPath, place, reason, settledBy, fileKind, via: via.map(viaRow) };
}

function viaRow({ place, note }: RelatedPlace): Place & { readonly note: string } {
  return { ...place, note };
}

/** For people: a line a call, then what stayed open, then the sum. */
export function usesAsText(needs: Needs, options: UsesListOptions, layout: Layout): string {
  const listed = countedNeeds(needs, options.includeTests);
  const { coverage } = listed;
  const parts = [
    alignColumns(listed.uses.map(useColumns), layout.width),
    section('open calls:', listed.open.map(openRowOf), layout),
    section(
      'in helpers that nobody calls:',
      options.showUnreached ? listed.unreached.map(openRowOf) : [],
      layout,
    ),
    ...(options.showFields ? fieldsSections(listed, layout) : []),
    section(
      'not read:',
      listed.unread.map(({ file, reason }) => [`${visible(file)}: ${visible(reason)}`]),
      layout,
    ),
    [sumLine(coverage, listed.uses.length + listed.open.length)],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** What is read of the responses, and where they go. */
export function fieldsAsText(needs: Needs, options: UsesListOptions, layout: Layout): string {
  return fieldsSections(countedNeeds(needs, options.includeTests), layout)
    .filter((lines) => lines.length > 0)
    .map((lines) => `\n${lines.join('\n')}\n`)
    .join('');
}

/** By call, then by place: what is read of its answer, and where it goes. What is not sure is told apart. */
function fieldsSections({ reads, outflows }: Listed, layout: Layout): readonly (readonly string[])[] {
  const all = [...reads, ...outflows];
  const calls = groupByCall(all.filter(isEvidence));
  return [
    ...calls.map(([title, points]) =>
      section(title, [...points].sort((a, b) => comparePlaces(a.place, b.place)).map(pointColumns), layout),
    ),
    section(
      'possibly (--format json has the places):',
      possibleLines(all).map((line) => [line]),
      layout,
    ),
  ];
}

function groupByCall(points: readonly Point[]): readonly (readonly [string, readonly Point[]])[] {
  const calls = new Map<string, Point[]>();
  for (const point of points) {
    const title = `what is done with ${visible(point.part.calledAs ?? point.part.endpoint)} of ${at(point.use)}:`;
    calls.set(title, [...(calls.get(title) ?? []), point]);
  }
  return [...calls];
}

function useColumns(use: Use): Row {
  const notes = [
    ...use.via.map(({ place }) => `via ${at(place)}`),
    ...(use.uncalled === undefined ? [] : [`in ${visible(use.uncalled)}, which nothing is seen to call`]),
  ];
  return [describeUse(use), at(use.place), notes.join(', ')];
}

/** `POST /order/202309/orders/search`, with what is doubtful about it. */
export function describeUse({ method, path, endpoint, state }: Use): string {
  const doubts = [
    ...(endpoint === null ? ['not in the catalog'] : []),
    ...(state === 'possibly-needed' ? ['possibly'] : []),
  ];
  return `${method} ${visible(path)}${doubts.length > 0 ? ` (${doubts.join(', ')})` : ''}`;
}

function openRowOf({ place, reason, knownPath }: OpenCall): Row {
  const known = knownPath === null ? '' : ` (${visible(knownPath)})`;
  return [`${at(place)}${known}: ${visible(reason)}`];
}

function section(title: string, rows: readonly Row[], layout: Layout): readonly string[] {
  return rows.length === 0 ? [] : [layout.painter.strong(title), ...printRows(rows, layout)];
}

function sumLine({ resolved, open, inTests, filesListed }: Needs['coverage'], shown: number): string {
  const tests = inTests > 0 ? `, ${count(inTests, 'call')} in tests` : '';
  if (shown === 0) return `no TikTok Shop API calls found in ${count(filesListed, 'file')}${tests}`;
  const left = open > 0 ? `, ${open} open` : '';
  return `${resolved} of ${count(resolved + open, 'call')} resolved${left}${tests}`;
}
