import type { StateDifference } from '../../change/state-difference.js';
import type { Layout } from '../../text/layout.js';
import { toSafeJson, visible } from '../../text/visible.js';
import { alignColumns } from '../../text/words.js';
import { escapeMarkdown } from '../../text/escape-markdown.js';
import { rich } from '../markdown.js';
import { tablesOf, type DifferenceTable } from './tables.js';

/** A difference with the words that stand above it. */
export interface ToldDifference {
  /** What was held against what: "compared with main". */
  readonly title: string;
  /** The line above everything else. */
  readonly verdict: string;
  readonly difference: StateDifference;
}

/** By this a bot finds its own comment again. */
export const differenceMarker = '<!-- leastscope diff -->';

/** More rows than these nobody reads; JSON has them all. */
const mostRows = 30;

export function differencesAsText(all: readonly ToldDifference[], { painter, width }: Layout): string {
  const parts = all.map(({ title, verdict, difference }) => [
    painter.strong(visible(verdict)),
    painter.quiet(visible(title)),
    verdictLine(difference),
    ...tablesOf(difference).flatMap((table) => ['', painter.strong(table.title), ...textRows(table, width)]),
    '',
  ]);
  return parts.map((lines) => lines.join('\n')).join('\n');
}

function textRows({ columns, rows }: DifferenceTable, width: number | undefined): readonly string[] {
  const shown = rows.slice(0, mostRows).map((row) => row.map(visible));
  const lines = alignColumns([columns, ...shown], width === undefined ? undefined : width - 2);
  return [
    ...lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`),
    ...moreLine(rows).map((line) => `  ${line}`),
  ];
}

export function differencesAsMarkdown(all: readonly ToldDifference[]): string {
  const parts = all.map(({ title, verdict, difference }) => [
    `**${escapeMarkdown(verdict)}**`,
    '',
    rich(title),
    '',
    escapeMarkdown(verdictLine(difference)),
    '',
    ...tablesOf(difference).flatMap(markdownTable),
  ]);
  return [differenceMarker, ...parts.flat()].join('\n');
}

function markdownTable({ title, columns, rows }: DifferenceTable): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  const shown = rows.slice(0, mostRows);
  return [
    ...[`### ${title}`, '', line(columns), `| ${columns.map(() => '---').join(' | ')} |`],
    ...shown.map(line),
    ...(rows.length > mostRows ? ['', ...moreLine(rows)] : []),
    '',
  ];
}

function cell(text: string): string {
  return rich(text.replace(/\s+/g, ' '));
}

function moreLine(rows: readonly unknown[]): readonly string[] {
  return rows.length > mostRows ? [`and ${rows.length - mostRows} more; --format json has them all`] : [];
}

const words = {
  minimal: 'the minimum this code needs',
  'not-minimal': 'not the minimum this code needs',
  unknown: 'not known to be the minimum',
} as const;

function verdictLine({ verdict: { before, after } }: StateDifference): string {
  return before === after
    ? `requested scopes stay ${words[after]}`
    : `requested scopes were ${words[before]}, and are ${words[after]}`;
}

export function differencesAsJson(all: readonly ToldDifference[], about: object): string {
  return toSafeJson({
    schemaVersion: 1,
    ...about,
    projects: all.map(({ verdict, difference }) => ({
      summary: verdict,
      ...difference,
      findings: {
        brought: difference.findings.brought.map(toldFinding),
        mended: difference.findings.mended.map(toldFinding),
      },
    })),
  });
}

function toldFinding({
  rule,
  severity,
  message,
  place,
}: StateDifference['findings']['brought'][number]): object {
  return { rule, severity, message, place };
}
