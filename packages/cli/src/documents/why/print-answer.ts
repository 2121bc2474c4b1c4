import type { Destination, FieldRead, Outflow, Place } from '@leastscope/analyzer';
import { at } from '../../text/at.js';
import type { Layout } from '../../text/layout.js';
import { toSafeJson, visible } from '../../text/visible.js';
import { count, type Row } from '../../text/words.js';
import { categoriesOf, deedOf, fromOf, outflowRow, partOf, readRow } from '../data-rows.js';
import { isEvidence, possibleLines } from '../possible-data.js';
import type { PageList } from '../explain/page.js';
import { printPage } from '../explain/page.js';
import { describeUse } from '../uses-list.js';
import type { Answer, ExplainedCall, ExplainedPoint } from './answer.js';
import type { Deed, ShownPlace } from './shown-places.js';

/** For scripts. Its shape is `schema/why.schema.json`. */
export function answerAsJson(answer: Answer): string {
  const { subject, says, calls, reads, outflows, webhooks, manual, alternatives, shown, open, unread } =
    answer;
  return toSafeJson({
    schemaVersion: 1,
    subject,
    says,
    calls: calls.map(({ use, role, purpose }) => ({
      endpoint: use.endpoint,
      method: use.method,
      path: use.path,
      place: use.place,
      state: use.state,
      fileKind: use.fileKind,
      role,
      purpose,
    })),
    reads: reads.map(({ point, purposes }) => ({ ...readRow(point), purposes })),
    outflows: outflows.map(({ point, purposes }) => ({ ...outflowRow(point), purposes })),
    webhooks,
    manual: manual.map(({ endpoint, purpose, where }) => ({ endpoint, purpose, where })),
    alternatives,
    evidence: shown,
    open,
    unread,
  });
}

/** What is said of purposes where there is a declaration, and where there is none. */
export type Purposes = 'declared' | 'undeclared';

/** For people. */
export function answerAsText(answer: Answer, purposes: Purposes, layout: Layout): string {
  const { subject, says, calls, webhooks, manual } = answer;
  const reads = answer.reads.filter(({ point }) => isEvidence(point));
  const outflows = answer.outflows.filter(({ point }) => isEvidence(point));
  const all = [...answer.reads, ...answer.outflows].map(({ point }) => point);
  return printPage(
    {
      title: subject.id,
      subtitle: `${kindNames[subject.kind]}: ${subject.title}`,
      paragraphs: [says, doubtOf(answer)],
      lists: [
        {
          title: 'Read here',
          items: reads.map((read) => [
            at(read.point.place),
            partOf(read.point),
            categoriesOf(read.point),
            ...forData(read, purposes),
            fromOf(read.point),
          ]),
        },
        ...outflowLists(outflows, purposes),
        ...shownLists(answer, [...reads, ...outflows]),
        { title: 'Possibly (--format json has the places)', items: possibleLines(all).map((line) => [line]) },
        {
          title: callTitles[subject.kind] ?? '',
          items: calls.map((call) => callColumns(call, purposes)),
        },
        {
          title: webhookTitles[subject.kind] ?? '',
          items: webhooks.map(({ type, title }) => [`${type} ${title}`]),
        },
        {
          title: 'Used by code that is not read',
          items: manual.map(({ endpoint, where, purpose }) => [
            endpoint,
            where,
            ...(purpose === null ? [] : [`for ${purpose}`]),
          ]),
        },
        { title: alternativeTitles[subject.kind] ?? '', items: answer.alternatives.map((name) => [name]) },
      ],
      sources: [],
    },
    layout,
  );
}

type Kind = Answer['subject']['kind'];

const kindNames: Readonly<Record<Kind, string>> = {
  scope: 'scope',
  category: 'category of data',
  endpoint: 'endpoint',
  store: 'store',
  recipient: 'recipient',
  'hand-over': 'handed to code that cannot be seen into',
  protection: 'sign of protection',
};

const callTitles: Readonly<Partial<Record<Kind, string>>> = {
  scope: 'Calls that it serves',
  category: 'Calls that bring or take it',
  endpoint: 'Called here',
};
const webhookTitles: Readonly<Partial<Record<Kind, string>>> = {
  scope: 'Webhooks that need it',
  category: 'Webhooks that bring it',
  endpoint: '',
};
const alternativeTitles: Readonly<Partial<Record<Kind, string>>> = {
  scope: 'Scopes that serve the same',
  category: '',
  endpoint: 'Less comes with, where it is enough',
};

/** In the order of what a reader asks first. */
const outflowTitles: readonly (readonly [Destination, string])[] = [
  ['stored', 'Stored here'],
  ['logged', 'Logged here'],
  ['sent', 'Sent to others here'],
  ['returned', 'Returned from the app here'],
  ['serialised', 'Serialised here'],
  ['escaped', 'Not followed from here on'],
];

function outflowLists(outflows: readonly ExplainedPoint<Outflow>[], purposes: Purposes): readonly PageList[] {
  return outflowTitles.map(([to, title]) => ({
    title,
    items: outflows
      .filter(({ point }) => point.to === to)
      .map((outflow) => [
        at(outflow.point.place),
        partOf(outflow.point),
        categoriesOf(outflow.point),
        deedOf(outflow.point),
        ...forData(outflow, purposes),
        fromOf(outflow.point),
      ]),
  }));
}

const shownTitles: readonly (readonly [Deed, string])[] = [
  ['read', 'Read as a part of more here'],
  ['stored', 'Taken to a store here'],
  ['sent', 'Taken to others here'],
  ['handed over', 'Handed over here, and not followed'],
  ['deleted', 'Deleted, marked or overwritten here'],
  ['reached', 'Deletion is reached from here'],
  ['protected', 'Said here'],
];

/** What the lists above have told already is not told again. */
function shownLists(
  { shown }: Answer,
  told: readonly ExplainedPoint<FieldRead | Outflow>[],
): readonly PageList[] {
  const lines = new Set(told.map(({ point }) => lineOf(point.place)));
  const fresh = shown.filter(({ place }) => !lines.has(lineOf(place)));
  const sure = fresh.filter(({ isCertain }) => isCertain);
  const possible = fresh.filter((one) => !one.isCertain);
  return [
    ...shownTitles.map(([deed, title]) => listOf(title, deed, sure)),
    ...shownTitles.map(([deed, title]) => listOf(`Possibly ${lowerFirst(title)}`, deed, possible)),
  ];
}

function listOf(title: string, deed: Deed, shown: readonly ShownPlace[]): PageList {
  return { title, items: rowsOf(shown.filter((one) => one.deed === deed)) };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function rowsOf(shown: readonly ShownPlace[]): readonly Row[] {
  const rows = shown.map(({ category, path, place, what }) => [
    at(place),
    visible(path ?? '-'),
    visible(category ?? '-'),
    visible(what),
  ]);
  return [...new Map(rows.map((row) => [row.join('\0'), row])).values()];
}

function lineOf({ file, start }: Place): string {
  return `${file}:${start.line}`;
}

function callColumns({ use, role, purpose }: ExplainedCall, purposes: Purposes): Row {
  return [
    at(use.place),
    describeUse(use),
    ...(role === null ? [] : [role]),
    ...forWhat(purpose === null ? [] : [purpose], purposes),
  ];
}

/** A column of its own where there is a declaration. */
function forWhat(ids: readonly string[], purposes: Purposes): readonly string[] {
  if (purposes === 'undeclared') return [];
  return [ids.length === 0 ? 'for no declared purpose' : `for ${ids.join(', ')}`];
}

/** A log serves no purpose, and of what the catalog does not name no purpose is asked. */
function forData({ point, purposes: ids }: ExplainedPoint<FieldRead | Outflow>, purposes: Purposes) {
  if (purposes === 'undeclared' || (point.kind === 'outflow' && point.to === 'logged')) return [];
  return point.part.categories.length === 0 ? ['-'] : forWhat(ids, purposes);
}

/** An answer is as complete as what could be read. */
function doubtOf({ open, unread }: Answer): string {
  const parts = [
    ...(open > 0 ? [`${count(open, 'call')} stayed open`] : []),
    ...(unread > 0 ? [`${count(unread, 'file')} could not be read`] : []),
  ];
  return parts.length === 0 ? '' : `${parts.join(' and ')}: there may be more.`;
}
