import { comparePlaces, type Outflow } from '@leastscope/analyzer';
import type { LoggedPart } from '../model/operation.js';
import { left, operations, type PlanContext, type Planner } from './planner.js';
import { rangeOf } from './range-of.js';
import { recordIdOf } from './record-id.js';
import { seenReads } from './seen-reads.js';

/** Logs the id of a record instead of what is personal in it. What the program does stays the same, but for the log. */
export const dropFromLog: Planner = ({ rule, place, data }, context) => {
  if (rule !== 'personal-data-logged' || context.needs === null) return null;
  const points = context.needs.outflows.filter(
    (point) => point.to === 'logged' && comparePlaces(point.place, place) === 0,
  );
  const [first] = points;
  const text = context.textOf(place.file);
  if (first === undefined || text === null) return left('what is logged is handed to the log by a caller');
  const told = points.filter(({ part }) => isTold(part.path, data['fields']));
  const parts = told.map((point) => loggedPart(point, context));
  if (parts.some((part) => part === null)) return left('no id is known by which the record could be found');
  return operations({
    kind: 'dropFromLog',
    rule,
    finding: place,
    file: place.file,
    range: rangeOf(text, first.takenAt),
    safety: 'safe',
    title: 'Log the id instead',
    parts: distinct(parts.filter((part) => part !== null)),
    reads: told.flatMap(({ part }) => seenReads(place.file, part.endpoint, context)),
  });
};

function isTold(path: string, fields: string | readonly string[] | undefined): boolean {
  return typeof fields !== 'string' && (fields ?? []).includes(path);
}

function loggedPart({ part }: Outflow, context: PlanContext): LoggedPart | null {
  const found = recordIdOf(part.endpoint, part.path, context);
  return found === null ? null : { path: part.path, ...found };
}

function distinct(parts: readonly LoggedPart[]): readonly LoggedPart[] {
  return [...new Map(parts.map((part) => [part.path, part])).values()];
}
