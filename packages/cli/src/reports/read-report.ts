import type { Finding, OpenCall, RuleInfo, UnreadFile } from '@leastscope/analyzer';
import type { ProjectSummary, CheckReport } from './report.js';

type Json = Readonly<Record<string, unknown>>;

/** A report of `check --format json`, read back; null where a part of it is not what the reporter writes. */
export function readReport(json: Json, rules: readonly RuleInfo[]): CheckReport | null {
  const { schemaVersion, summary, ...report } = json;
  const projects = listOf(report['projects'], isProject);
  const findings = listOf(report['findings'], isFinding);
  const open = listOf(report['open'], isOpenCall);
  const unread = listOf(report['unread'], isUnread);
  const isWhole =
    schemaVersion !== undefined && isTable(summary) && isTable(report['tool']) && isTable(report['catalog']);
  if (!isWhole || projects === null || findings === null || open === null || unread === null) return null;
  const summaries = projects.map((project): ProjectSummary => ({
    ...project,
    // A report of an earlier version does not say these.
    unknownBecause: project.unknownBecause ?? [],
    heldBack: project.heldBack ?? 0,
    change: project.change ?? null,
  }));
  const whole = report as unknown as CheckReport;
  // As above: then it claimed to be complete until its date.
  const { version, date, listed = date } = whole.catalog as WrittenCatalog;
  const catalog = { version, date, listed };
  return { ...whole, catalog, projects: summaries, findings: findings.map(withPoints), open, unread, rules };
}

function listOf<T>(value: unknown, is: (item: unknown) => item is T): readonly T[] | null {
  return Array.isArray(value) && value.every(is) ? value : null;
}

type WrittenProject = Pick<ProjectSummary, 'declaration' | 'verdict' | 'drop' | 'possiblyUnused' | 'add'> &
  Partial<ProjectSummary>;

type WrittenCatalog = Pick<CheckReport['catalog'], 'version' | 'date'> & Partial<CheckReport['catalog']>;

function isProject(value: unknown): value is WrittenProject {
  return isTable(value) && ['drop', 'possiblyUnused', 'add'].every((name) => Array.isArray(value[name]));
}

function isFinding(value: unknown): value is Finding {
  return (
    isTable(value) &&
    ['rule', 'message', 'why', 'help'].every((name) => typeof value[name] === 'string') &&
    ['error', 'warning', 'note'].includes(String(value['severity'])) &&
    isPlace(value['place']) &&
    isTable(value['data']) &&
    (value['points'] === undefined || listOf(value['points'], isTable) !== null) &&
    (value['suppressed'] === null ||
      (isTable(value['suppressed']) && isPlace(value['suppressed']['place']))) &&
    listOf(value['related'], isRelated) !== null &&
    (value['relatedLeft'] === undefined || Number.isInteger(value['relatedLeft']))
  );
}

/** An earlier version wrote no points: then it is known by its words. */
function withPoints(finding: Finding): Finding {
  const { points, place, message } = finding as Omit<Finding, 'points'> & Partial<Finding>;
  return { ...finding, points: points ?? [{ file: place.file, subject: message }] };
}

function isRelated(value: unknown): value is Json {
  return isTable(value) && typeof value['note'] === 'string' && isPlace(value['place']);
}

function isOpenCall(value: unknown): value is OpenCall {
  return isTable(value) && isPlace(value['place']);
}

function isUnread(value: unknown): value is UnreadFile {
  const { file, reason, place } = isTable(value) ? value : {};
  return typeof file === 'string' && typeof reason === 'string' && (place === null || isPlace(place));
}

function isPlace(value: unknown): boolean {
  return (
    isTable(value) &&
    typeof value['file'] === 'string' &&
    isPosition(value['start']) &&
    isPosition(value['end'])
  );
}

function isPosition(value: unknown): boolean {
  return isTable(value) && Number.isInteger(value['line']) && Number.isInteger(value['column']);
}

function isTable(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
