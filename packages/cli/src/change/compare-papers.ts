import { makePaper, type Dossier } from '@leastscope/documents';
import { compareText } from '@leastscope/analyzer';
import type { StateDifference } from './state-difference.js';

/** Items of the questionnaire whose answer is another, in the order of the form. */
export function compareAnswers(before: Dossier, after: Dossier): StateDifference['answers'] {
  const old = answersOf(before);
  return [...answersOf(after)].flatMap(([item, { asks, answer }]) => {
    const was = old.get(item)?.answer ?? '';
    return was === answer ? [] : [{ item, asks, before: was, after: answer }];
  });
}

function answersOf(
  dossier: Dossier,
): ReadonlyMap<string, { readonly asks: string; readonly answer: string }> {
  const { tables } = makePaper('questionnaire', dossier);
  return new Map(
    tables.flatMap(({ columns, rows }) =>
      rows.map(({ id, entries }) => {
        const text = (column: string): string =>
          (entries[columns.indexOf(column)] ?? []).map(({ value }) => value).join('; ');
        return [id, { asks: text('asks'), answer: text('answer') }] as const;
      }),
    ),
  );
}

/** Purposes whose data is kept for another time than before. */
export function compareRetention(before: Dossier, after: Dossier): StateDifference['retention'] {
  const [was, is] = [retentionOf(before), retentionOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort(compareText)
    .map((purpose) => ({ purpose, before: was.get(purpose) ?? null, after: is.get(purpose) ?? null }))
    .filter((row) => row.before !== row.after);
}

function retentionOf({ claims }: Dossier): ReadonlyMap<string, string> {
  return new Map(
    claims.purposes.flatMap(({ id, retention }) => (retention === null ? [] : [[id, textOf(retention)]])),
  );
}

function textOf({
  period,
  after,
  onDeauthorization,
  byCategory,
}: NonNullable<Dossier['claims']['purposes'][number]['retention']>): string {
  return [
    `${period ?? 'no period'}${after === null ? '' : ` after ${after}`}`,
    ...(onDeauthorization === null ? [] : [`${onDeauthorization} after a deauthorization`]),
    ...byCategory.map(({ category, period: own }) => `${category}: ${own}`),
  ].join(', ');
}
