import type { DeclaredException } from '@leastscope/analyzer';
import { said } from '../cells/make-cells.js';
import { tableOf, type Row, type Table } from '../cells/table.js';
import type { Dossier } from '../dossier/dossier.js';
import { spotOf } from '../cells/cell.js';

/** What was found and is accepted for a while: by an exception of the declaration, or by a comment in code. */
export function exceptionsTable(dossier: Dossier): Table {
  return tableOf({
    id: 'exceptions',
    title: 'Exceptions and suppressions',
    columns: ['rule', 'for', 'reason', 'owner', 'last day'],
    rows: [...declaredRows(dossier), ...silencedRows(dossier)],
    whenEmpty: 'Nothing that was found is silenced.',
  });
}

function declaredRows({ claims }: Dossier): readonly Row[] {
  return claims.exceptions.map((exception, index) => ({
    id: `exception ${index + 1}`,
    entries: [
      exception.rule,
      subjectOf(exception),
      exception.reason,
      exception.approvedBy,
      exception.until,
    ].map((value) => [said(value, 'declaration', [exception.place])] as const),
  }));
}

/** All that narrows it, in words. */
function subjectOf({ file, symbol, ...named }: DeclaredException): string {
  const { endpoint, scope, category, field, recipient, store, purpose, subject } = named;
  const at = file === null ? null : symbol === null ? file : `${file}#${symbol}`;
  const parts = [endpoint, scope, category, field, recipient, store, purpose, subject, at];
  const told = parts.filter((part) => part !== null).join(', ');
  return told === '' ? 'everything' : told;
}

function silencedRows({ analysis }: Dossier): readonly Row[] {
  return analysis.findings.flatMap(({ message, place, rule, suppressed }) => {
    if (suppressed?.by !== 'directive') return [];
    const at = [spotOf(suppressed.place)];
    const reason = suppressed.reason.trim() === '' ? 'no reason is given in the comment' : suppressed.reason;
    const spot = spotOf(place);
    return [
      {
        id: `${rule} ${spot.file}:${spot.line}:${place.start.column}`,
        entries: [
          [said(rule, 'code', at)],
          [said(message, 'code', [spot])],
          [said(reason, 'code', at)],
          [said('whoever wrote the comment', 'derived', at)],
          [said('none: a comment holds until it is taken out', 'derived', at)],
        ],
      },
    ];
  });
}
