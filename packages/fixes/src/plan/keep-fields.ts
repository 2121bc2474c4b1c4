import { comparePlaces, compareText, isWithin, type Finding, type Outflow } from '@leastscope/analyzer';
import type { KeepFields } from '../model/operation.js';
import { left, operations, type PlanContext, type Planner } from './planner.js';
import { rangeOf } from './range-of.js';
import { recordIdOf } from './record-id.js';
import { readsOfCall, seenReads } from './seen-reads.js';

/**
 * Keeps of a record what the code reads of it elsewhere and its purposes allow, beside its id. Whether whoever gets it needs
 * more cannot be seen from here.
 */
export const keepFields: Planner = (finding, context) => {
  const { rule, place } = finding;
  if (rule !== 'whole-record-kept' || context.needs === null) return null;
  const points = context.needs.outflows.filter(
    (point) =>
      point.part.kind === 'record' &&
      point.to !== 'logged' &&
      point.to !== 'escaped' &&
      [point.place, point.takenAt].some((one) => comparePlaces(one, place) === 0),
  );
  if (points.length === 0) return left('the record is handed to what keeps it by a caller');
  const kept = points.flatMap((point) => operationFor(point, finding, context) ?? []);
  if (kept.length < points.length)
    return left('nothing else in the code reads a field of it, so which are needed is not known');
  return operations(...distinct(kept));
};

function operationFor(point: Outflow, finding: Finding, context: PlanContext): KeepFields | null {
  const { takenAt, part } = point;
  const text = context.textOf(takenAt.file);
  const fields = fieldsFor(point, finding, context);
  if (text === null || fields.length === 0) return null;
  return {
    kind: 'keepFields',
    rule: finding.rule,
    finding: finding.place,
    file: takenAt.file,
    range: rangeOf(text, takenAt),
    safety: 'unsafe',
    title: `Keep ${fields.map((field) => `\`${field}\``).join(', ')} instead of the whole record`,
    path: part.path,
    fields,
    reads: seenReads(takenAt.file, part.endpoint, context),
  };
}

function fieldsFor({ part, use }: Outflow, { data }: Finding, context: PlanContext): readonly string[] {
  const beyond = new Set(data['beyond']);
  const read = readsOfCall(use, part.endpoint, context).filter(
    (one) =>
      one.part.kind === 'field' &&
      one.part.path !== part.path &&
      isWithin(one.part.path, part.path) &&
      !one.part.categories.some((category) => beyond.has(category)),
  );
  if (read.length === 0) return [];
  const id = recordIdOf(part.endpoint, part.path, context);
  const paths = read.map((one) => one.part.path.slice(part.path.length + 1));
  const all = id !== null && id.record === part.path ? [id.id, ...paths] : paths;
  return [...new Set(all)].sort(compareText);
}

function distinct(all: readonly KeepFields[]): readonly KeepFields[] {
  return [...new Map(all.map((one) => [`${one.file} ${one.range.join()} ${one.path}`, one])).values()];
}
