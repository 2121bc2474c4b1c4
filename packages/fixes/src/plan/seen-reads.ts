import type { FieldRead, Place } from '@leastscope/analyzer';
import type { SeenRead } from '../model/operation.js';
import type { PlanContext } from './planner.js';
import { rangeOf } from './range-of.js';

/** What the flow knows of the names in one file: which part of the endpoint's answer each read of it takes. */
export function seenReads(
  file: string,
  endpoint: string,
  { needs, textOf }: PlanContext,
): readonly SeenRead[] {
  const text = textOf(file);
  if (text === null) return [];
  const reads = (needs?.reads ?? []).filter(
    (read) => read.place.file === file && read.part.endpoint === endpoint,
  );
  return reads.map((read) => ({ range: rangeOf(text, read.place), path: read.part.path }));
}

/** Reads of the answers of one call, wherever they stand. */
export function readsOfCall(
  { file, start }: Place,
  endpoint: string,
  { needs }: PlanContext,
): readonly FieldRead[] {
  return (needs?.reads ?? []).filter(
    ({ use, part, fileKind }) =>
      part.endpoint === endpoint &&
      fileKind !== 'test' &&
      use.file === file &&
      use.start.line === start.line &&
      use.start.column === start.column,
  );
}
