import type { Finding } from '@leastscope/analyzer';

/** A datum of a finding as a list; none where the finding has no such datum. */
export function listOf(value: Finding['data'][string] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
