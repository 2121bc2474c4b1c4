import type { Page, PageList } from '../../documents/explain/page.js';
import { at } from '../../text/at.js';
import { toSafeJson } from '../../text/visible.js';
import { count } from '../../text/words.js';
import type { GrantedReport, GrantedScope } from './hold-against-needs.js';

/** What was read, beside what it was held against. */
export interface GrantedRun {
  readonly reports: readonly GrantedReport[];
  readonly files: readonly GrantedFile[];
}

export interface GrantedFile {
  readonly file: string;
  /** Answers with granted scopes. */
  readonly answers: number;
  readonly broken: number;
}

export function hasDifference(reports: readonly GrantedReport[]): boolean {
  return reports.some(({ scopes }) => scopes.some(({ state }) => state === 'missing' || state === 'surplus'));
}

/** For people: one page a kind of token. */
export function grantedPages({ reports, files }: GrantedRun): readonly Page[] {
  return reports.map((report, index) => ({
    title: `Granted to ${kindOf(report)}`,
    subtitle: sums(report),
    paragraphs: [
      report.unshown === 0 ? '' : `Entries that look like no scope, and are not shown: ${report.unshown}.`,
      ...(index === 0 ? files.flatMap(aside) : []),
    ],
    lists: [
      rowsOf('Missing', report, 'missing', ({ missingOn }) =>
        report.answers === 1
          ? 'needed by the code, not granted'
          : `needed by the code, missing on ${missingOn} of ${report.answers}`,
      ),
      rowsOf('Surplus', report, 'surplus', (one) => `no call needs it${onHowMany(one, report)}`),
      rowsOf(
        'Possibly surplus',
        report,
        'possibly-surplus',
        (one) => whyUnsure(one) + onHowMany(one, report),
      ),
      rowsOf(
        'Unknown to the catalog',
        report,
        'unknown',
        (one) => `nothing is claimed of it${onHowMany(one, report)}`,
      ),
      rowsOf('Granted and needed', report, 'needed', (one) => onHowMany(one, report).replace(/^, /, '')),
    ],
    sources: [],
  }));
}

/** For scripts. Its shape is `schema/token.schema.json`. */
export function grantedAsJson({ reports, files }: GrantedRun): string {
  return toSafeJson({
    schemaVersion: 1,
    files,
    tokens: reports.map(({ principal, answers, scopes, unshown }) => ({
      kind: principal,
      answers,
      scopes,
      unshown,
    })),
  });
}

function kindOf({ principal, answers }: GrantedReport): string {
  const kind = principal === null ? 'tokens of an unknown kind' : `${principal} tokens`;
  return answers === 1 ? `a ${kind.replace('tokens', 'token')}` : kind;
}

function sums({ answers, scopes }: GrantedReport): string {
  const of = (state: GrantedScope['state']): number => scopes.filter((one) => one.state === state).length;
  return `${count(answers, 'token')}: ${of('missing')} missing, ${of('surplus')} surplus, ${of('unknown')} unknown`;
}

function aside({ file, answers, broken }: GrantedFile): readonly string[] {
  if (broken > 0) return [`${file}: ${count(broken, 'part')} could not be read to the end.`];
  return answers === 0 ? [`${file}: no granted scopes.`] : [];
}

function rowsOf(
  title: string,
  { scopes }: GrantedReport,
  state: GrantedScope['state'],
  say: (one: GrantedScope) => string,
): PageList {
  return { title, items: scopes.filter((one) => one.state === state).map((one) => [one.scope, say(one)]) };
}

function onHowMany({ granted }: GrantedScope, { answers }: GrantedReport): string {
  return answers === 1 ? '' : `, granted on ${granted} of ${answers}`;
}

function whyUnsure({ doubts }: GrantedScope): string {
  const [first] = doubts;
  if (first === undefined) return '';
  return first.place === null ? first.what : `${first.what} (${at(first.place)})`;
}
