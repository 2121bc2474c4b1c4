import type { Analysis, FieldRead } from '@leastscope/analyzer';

/**
 * How many calls `exceeds-purpose` speaks of whose answers are read for classified fields: which of them the purposes
 * allow is judged once the call is settled, and the summary says so.
 */
export function heldBackCalls({ findings, needs }: Pick<Analysis, 'findings' | 'needs'>): number {
  const refused = findings.filter(({ rule }) => rule === 'exceeds-purpose');
  const files = new Set(
    refused.filter(({ data }) => data['nearest'] !== undefined).map(({ place }) => place.file),
  );
  const lines = new Set(refused.map(({ place }) => lineOf(place)));
  const reads = needs.reads.filter(({ use }) => files.has(use.file) || lines.has(lineOf(use)));
  return new Set(reads.filter(isClassified).map(({ use }) => lineOf(use))).size;
}

function isClassified({ part, isCertain }: FieldRead): boolean {
  return isCertain && part.kind === 'field' && part.categories.length > 0;
}

function lineOf({ file, start }: FieldRead['use']): string {
  return `${file}:${String(start.line)}:${String(start.column)}`;
}
