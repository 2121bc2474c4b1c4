import { compareText } from '@leastscope/analyzer';
import { putBelow } from './put-below.js';

type Json = Readonly<Record<string, unknown>>;

/** A report of `check --format json`, and the folder that its places are relative to: `` or `apps/a/`. */
export interface ReportPart {
  readonly folder: string;
  /** How messages name it. */
  readonly shown: string;
  readonly report: Json;
}

export type Merged =
  | { readonly kind: 'merged'; readonly report: Json }
  /** Why these reports are not of one run. */
  | { readonly kind: 'trouble'; readonly reason: string };

const schemaVersion = 1;
/** What must be the same in all, since the whole has it once. */
const shared = ['tool', 'catalog', 'asOf'] as const;
const lists = ['projects', 'findings', 'open', 'unread'] as const;

/** Puts reports of packages or of shards together to what one run over the whole prints. */
export function mergeReports(parts: readonly ReportPart[]): Merged {
  const [first] = parts;
  if (first === undefined) return trouble('there is nothing to merge');
  const broken = parts.find(({ report }) => !isReport(report));
  if (broken !== undefined)
    return trouble(`${broken.shown} is no report of \`leastscope check --format json\` with schemaVersion 1`);
  for (const part of parts) {
    const differing = shared.find((name) => !isSame(part.report[name], first.report[name]));
    if (differing !== undefined)
      return trouble(`${first.shown} and ${part.shown} do not belong together: they differ in ${differing}`);
  }
  const moved = parts.map(({ report, folder }) => putBelow(folder, report));
  const projects = sorted(
    moved.flatMap((one) => rows(one['projects'])),
    'declaration',
  );
  const doubled = projects.find((one, at) => isSame(one['declaration'], projects[at + 1]?.['declaration']));
  if (doubled !== undefined)
    return trouble(
      `${textOf(doubled['declaration']) || 'a project without a declaration'} is in two of the reports`,
    );
  return { kind: 'merged', report: whole(first.report, moved, projects) };
}

function whole(first: Json, moved: readonly Json[], projects: readonly Json[]): Json {
  const byFile = (name: string): readonly Json[] =>
    sorted(
      moved.flatMap((one) => rows(one[name])),
      'file',
    );
  // In the order that the reporter writes them in.
  return {
    ...first,
    verdict: worst(projects.map((one) => one['verdict'])),
    coverage: sums(moved.map((one) => one['coverage'])),
    summary: sums(moved.map((one) => one['summary'])),
    projects,
    findings: byFile('findings'),
    open: byFile('open'),
    unread: byFile('unread'),
  };
}

function trouble(reason: string): Merged {
  return { kind: 'trouble', reason };
}

function isReport(report: Json): boolean {
  return (
    report['schemaVersion'] === schemaVersion &&
    lists.every((name) => Array.isArray(report[name]) && report[name].every(isTable)) &&
    isTable(report['coverage']) &&
    isTable(report['summary'])
  );
}

function isTable(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rows(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isTable) : [];
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Stable: inside a file the report has its own order. A finding has its file in its place. */
function sorted(items: readonly Json[], key: 'file' | 'declaration'): readonly Json[] {
  const keyOf = (item: Json): string => {
    const { place } = item;
    return textOf((key === 'file' && isTable(place) ? place : item)[key]);
  };
  return [...items].sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function worst(verdicts: readonly unknown[]): string {
  if (verdicts.includes('not-minimal')) return 'not-minimal';
  return verdicts.includes('unknown') || verdicts.length === 0 ? 'unknown' : 'minimal';
}

function sums(tables: readonly unknown[]): Readonly<Record<string, number>> {
  const total = new Map<string, number>();
  for (const table of tables.filter(isTable)) {
    for (const [name, value] of Object.entries(table))
      total.set(name, (total.get(name) ?? 0) + (typeof value === 'number' ? value : 0));
  }
  return Object.fromEntries(total);
}
