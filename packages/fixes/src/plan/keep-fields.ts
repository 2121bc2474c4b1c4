import {
  answeringPlace,
  comparePlaces,
  compareText,
  isAllowed,
  isWithin,
  type Finding,
  type Outflow,
  type Place,
} from '@leastscope/analyzer';
import type { KeepFields, StripAtBoundary } from '../model/operation.js';
import { left, operations, type PlanContext, type Planned, type Planner } from './planner.js';
import { rangeOf } from './range-of.js';
import { recordIdOf } from './record-id.js';
import { readsOfCall, seenReads } from './seen-reads.js';
import { stripAtBoundary } from './strip-at-boundary.js';

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
  if (points.length === 0) return handedOn(finding, context);
  const kept = points.flatMap((point) => operationFor(point, finding, context) ?? []);
  if (kept.length < points.length)
    return left('nothing else in the code reads a field of it, so which are needed is not known');
  return operations(...distinct(kept));
};

/** Here it is only handed to what keeps it: then the rest has to go before. */
function handedOn(finding: Finding, context: PlanContext): Planned {
  const points = (context.needs?.outflows ?? []).filter(
    (point) => point.part.kind === 'record' && comparePlaces(answeringPlace(point), finding.place) === 0,
  );
  const stripped = points.map((point) => stripAtBoundary(point, finding, context));
  const all = [
    ...new Map(stripped.flatMap((one) => (one === null ? [] : [[JSON.stringify(one), one]]))).values(),
  ];
  return all.length === 0 || stripped.includes(null)
    ? left('the record is handed to what keeps it by a caller')
    : operations(...all);
}

function operationFor(point: Outflow, finding: Finding, context: PlanContext): KeepFields | null {
  const { part } = point;
  const takenAt = takingPlace(point);
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
    otherwise: inFile(stripAtBoundary(point, finding, context), takenAt.file),
  };
}

/** A plan is of one file. */
function inFile(operation: StripAtBoundary | null, file: string): StripAtBoundary | null {
  return operation?.file === file ? operation : null;
}

/** Where it was put into an object that is kept somewhere else, there it is changed. */
function takingPlace({ place, put, takenAt }: Outflow): Place {
  return place.file === takenAt.file && comparePlaces(place, takenAt) !== 0 ? place : (put ?? takenAt);
}

function fieldsFor({ part, use }: Outflow, { data }: Finding, context: PlanContext): readonly string[] {
  const ids = data['purposes'] ?? [];
  const owners = (context.declaration?.purposes ?? []).filter((purpose) => ids.includes(purpose.id));
  const read = readsOfCall(use, part.endpoint, context).filter(
    (one) =>
      one.part.kind === 'field' &&
      one.part.path !== part.path &&
      isWithin(one.part.path, part.path) &&
      one.part.categories.every((category) => isAllowed(context.catalog, owners, category)),
  );
  if (read.length === 0) return [];
  const id = recordIdOf(part.endpoint, part.path, context);
  const paths = read.map((one) => one.part.path.slice(part.path.length + 1));
  const all = id !== null && id.record === part.path ? [id.id, ...paths] : paths;
  return [...new Set(all.filter((one) => isWritable(one) && isEnd(one, all)))].sort(compareText);
}

/** Names of one word each: `a-b` and what is only known by number are no names of fields that the platform has. */
function isWritable(path: string): boolean {
  return /^[a-z_]\w*(?:\[\])?(?:\.[a-z_]\w*(?:\[\])?)*$/i.test(path);
}

/** What is only asked for on the way to something below it is kept by that. */
function isEnd(path: string, all: readonly string[]): boolean {
  return !all.some((other) => other !== path && isWithin(other, path));
}

function distinct(all: readonly KeepFields[]): readonly KeepFields[] {
  return [...new Map(all.map((one) => [`${one.file} ${one.range.join()} ${one.path}`, one])).values()];
}
