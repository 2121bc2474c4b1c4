import { quote } from '../../documents/proposals/yaml-text.js';
import type { Page, PageList } from '../../documents/explain/page.js';
import { missingScopeError } from '../../documents/explain/missing-scope-page.js';
import { at } from '../../text/at.js';
import { toSafeJson } from '../../text/visible.js';
import { count } from '../../text/words.js';
import type { Tally } from '../requests/tally.js';
import type { MissingScope, NotInCode, SeenReport } from './hold-against-code.js';

/** What was read, beside what it was held against. */
export interface SeenRun {
  readonly report: SeenReport;
  readonly tally: Tally;
  readonly files: readonly SeenFile[];
}

export interface SeenFile {
  readonly file: string;
  /** Requests that it tells of, to whomever. */
  readonly requests: number;
  /** Parts that could not be read to their end. */
  readonly broken: number;
}

/** For people. */
export function seenPage({ report, tally, files }: SeenRun): Page {
  const { notInCode, neverSeen, missingScope, refused, agreed } = report;
  return {
    title: 'Seen at run time',
    subtitle: sums(tally, files),
    paragraphs: [verdict(report), ...asides(tally, files)],
    lists: [
      list(
        `Refused with ${missingScopeError}, the error of a missing scope`,
        missingScope.map((one) => [one.endpoint, times(one.requests), whyMissing(one)]),
      ),
      list(
        'Refused with 401 or 403, and no code that could be read',
        refused.map((one) => [one.endpoint, times(one.requests)]),
      ),
      list(
        'Seen, and not in the code',
        notInCode.map((one) => [one.endpoint, times(one.requests), whyNotInCode(one)]),
      ),
      list(
        'In the code, and never seen',
        neverSeen.map(({ endpoint, places }) => [endpoint, placesOf(places)]),
      ),
      list('Seen, and in the code', agreed === 0 ? [] : [[count(agreed, 'endpoint')]]),
    ],
    sources: [],
  };
}

/** For scripts. Its shape is `schema/seen.schema.json`. */
export function seenAsJson({ report, tally, files }: SeenRun): string {
  const { requests, otherHosts, unclear, byPath, unlisted } = tally;
  return toSafeJson({
    schemaVersion: 1,
    files,
    requests: { platform: requests, otherHosts, unclear, byPath, unlisted },
    missingScope: report.missingScope,
    refused: report.refused,
    notInCode: report.notInCode,
    neverSeen: report.neverSeen,
    agreed: report.agreed,
  });
}

function list(title: string, items: PageList['items']): PageList {
  return { title, items };
}

function times(requests: number): string {
  return count(requests, 'request');
}

function sums({ requests, otherHosts }: Tally, files: readonly SeenFile[]): string {
  const others = otherHosts === 0 ? '' : `; ${count(otherHosts, 'request')} to other hosts left out`;
  return `${count(requests, 'request')} to the platform in ${count(files.length, 'file')}${others}`;
}

function verdict({ notInCode, missingScope }: SeenReport): string {
  if (notInCode.length === 0 && missingScope.length === 0)
    return 'Nothing was seen that the code and the declaration do not explain.';
  return '';
}

/** What was not understood, so that nobody takes silence for agreement. */
function asides({ unclear, byPath, unlisted }: Tally, files: readonly SeenFile[]): readonly string[] {
  const broken = files.filter((one) => one.broken > 0);
  const empty = files.filter((one) => one.requests === 0);
  return [
    unclear === 0 ? '' : `${count(unclear, 'request')} named no host, and no path of the platform; left out.`,
    byPath === 0 ? '' : `${count(byPath, 'request')} named no host, and were known by their path.`,
    unlisted === 0 ? '' : `${count(unlisted, 'request')} to further paths that the catalog lacks.`,
    ...broken.map(
      ({ file, broken: parts }) => `${file}: ${count(parts, 'part')} could not be read to the end.`,
    ),
    ...empty.map(({ file }) => `${file}: no request was understood.`),
  ];
}

function whyMissing({ anyOf, requested }: MissingScope): string {
  if (anyOf.length === 0) return 'which scope it needs is unknown to the catalog';
  const needs = `needs ${anyOf.join(' or ')}`;
  if (requested === null)
    return `${needs}; there is no declaration that would say whether the app requests it`;
  if (requested.length === 0) return `${needs}, which the declaration does not request`;
  return `${needs}; ${requested.join(', ')} is requested, so the token is older than that, or it is not approved: authorize again`;
}

function whyNotInCode({ because, anyOf, openCalls }: NotInCode): string {
  const scopes = anyOf.length === 0 ? '' : `needs ${anyOf.join(' or ')}`;
  const open = openCalls.length === 0 ? '' : `could be the open call at ${placesOf(openCalls)}`;
  return [reasons[because], scopes, open].filter((part) => part !== '').join('; ');
}

const reasons = {
  'not-called': '',
  'other-version': 'the code calls another version of it',
  'unknown-version': 'the catalog has other versions of it',
  unknown: 'the catalog lacks it; {} stands for parts that are not shown',
} as const;

const mostPlaces = 3;

function placesOf(places: readonly Parameters<typeof at>[0][]): string {
  const more = places.length > mostPlaces ? `, and ${places.length - mostPlaces} more` : '';
  return places.slice(0, mostPlaces).map(at).join(', ') + more;
}

/** Rows to paste into the declaration, where no open call explains what was seen. */
export function manualRows(notInCode: readonly NotInCode[]): string {
  const rows = notInCode.filter(({ canBeDeclared }) => canBeDeclared);
  if (rows.length === 0) return '';
  return [
    'manualUsage:',
    ...rows.flatMap(({ endpoint, requests }) => [
      `  - endpoint: ${endpoint}`,
      `    where: ${quote(`TODO: who calls it? Seen at run time, ${times(requests)}`)}`,
    ]),
  ].join('\n');
}
