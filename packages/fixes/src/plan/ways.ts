import { purposesOfFile, type Finding, type Use } from '@leastscope/analyzer';
import { alternativesOf, type Alternative } from '@leastscope/scope-catalog';
import type { PlanContext } from './planner.js';

/** The narrower ways of some kinds that a finding of unread data names. */
export function waysOf(
  { data }: Finding,
  kinds: readonly Alternative['kind'][],
  { catalog }: PlanContext,
): readonly Alternative[] {
  const { endpoint, alternatives = [] } = data;
  if (typeof endpoint !== 'string') return [];
  return alternativesOf(catalog, endpoint).filter(
    ({ kind, instead }) => kinds.includes(kind) && alternatives.includes(instead),
  );
}

/** The calls that a finding of unread data is about: those of its endpoint, for its purposes. */
export function callsOf({ data }: Finding, { needs, declaration, directives }: PlanContext): readonly Use[] {
  const { endpoint, purposes = [] } = data;
  if (declaration === null) return [];
  const ownersOf = ({ place }: Use): string =>
    purposesOfFile(place.file, place.start.line, declaration, directives)
      .map(({ id }) => id)
      .join('\n');
  const asked = typeof purposes === 'string' ? purposes : purposes.join('\n');
  return (needs?.uses ?? []).filter(
    (use) => use.endpoint === endpoint && use.fileKind !== 'test' && ownersOf(use) === asked,
  );
}

/** A call as a finding would name it: to look for what stands there. */
export function atCall(finding: Finding, { place, pathPlace, pathElsewhere, via }: Use): Finding {
  const paths = [pathPlace, pathElsewhere].flatMap((one) => one ?? []);
  return { ...finding, place, related: [...via, ...paths.map((one) => ({ place: one, note: '' }))] };
}
