import type { DataDeed, ExceptionRow, StateDifference } from '../../change/state-difference.js';
import type { Difference } from '../../change/scope-change.js';

/** One table of a difference, of texts. */
export interface DifferenceTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What differs, table by table; those without rows are left out. */
export function tablesOf(difference: StateDifference): readonly DifferenceTable[] {
  const { scopes, categories, recipients, stores, retention, answers, exceptions, findings } = difference;
  return [
    {
      title: 'Scopes',
      columns: ['scope', 'before', 'after', 'approval', 'sensitive'],
      rows: scopes.map(({ scope, before, after, approval, sensitive }) => [
        ...[scope, before, after, approvals[approval]],
        sensitive ? 'yes' : 'no',
      ]),
    },
    { title: 'Personal data', columns: ['', 'category', 'is'], rows: categoryRows(categories) },
    { title: 'Recipients', columns: ['', 'recipient'], rows: signedRows(recipients) },
    { title: 'Stores', columns: ['', 'store'], rows: signedRows(stores) },
    {
      title: 'Retention',
      columns: ['purpose', 'before', 'after'],
      rows: retention.map(({ purpose, before, after }) => [purpose, before ?? 'none', after ?? 'none']),
    },
    {
      title: 'Answers of the questionnaire',
      columns: ['item', 'asks', 'before', 'after'],
      rows: answers.map(({ item, asks, before, after }) => [item.replace(/^item /, ''), asks, before, after]),
    },
    {
      title: 'Exceptions',
      columns: ['', 'rule', 'for', 'last day', 'reason', 'approved by'],
      rows: [
        ...exceptions.added.map((one) => exceptionRow('+', one)),
        ...exceptions.dropped.map((one) => exceptionRow('-', one)),
        ...exceptions.expired.map((one) => exceptionRow('expired', one)),
      ],
    },
    {
      title: 'Findings',
      columns: ['', 'rule', 'where', 'what'],
      rows: [
        ...findings.brought.map((one) => ['+', one.rule, whereOf(one), one.message]),
        ...findings.mended.map((one) => ['-', one.rule, whereOf(one), one.message]),
      ],
    },
  ].filter(({ rows }) => rows.length > 0);
}

const approvals = {
  none: 'by ticking it',
  application: 'on application',
  unknown: 'not known',
} as const;

const deeds: Readonly<Record<DataDeed, string>> = {
  delivered: 'delivered by what is called',
  read: 'read',
  stored: 'stored',
  sent: 'sent',
};

function categoryRows(categories: StateDifference['categories']): readonly (readonly string[])[] {
  return (Object.keys(deeds) as DataDeed[]).flatMap((deed) =>
    signedRows(categories[deed]).map((row) => [...row, deeds[deed]]),
  );
}

function signedRows({ added, dropped }: Difference<string>): readonly (readonly string[])[] {
  return [...added.map((one) => ['+', one]), ...dropped.map((one) => ['-', one])];
}

function exceptionRow(sign: string, { rule, holdsFor, until, reason, approvedBy }: ExceptionRow) {
  return [sign, rule, holdsFor === '' ? 'everything' : holdsFor, until, reason, approvedBy];
}

function whereOf({ place }: StateDifference['findings']['brought'][number]): string {
  return `${place.file}:${place.start.line}`;
}
