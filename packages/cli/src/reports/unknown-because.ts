import type { Analysis } from '@leastscope/analyzer';
import { count } from '../text/words.js';

/** Why nobody can say whether the requested scopes are the minimum: what stayed open, most telling first. */
export function unknownBecause({
  declaration,
  needs,
}: Pick<Analysis, 'declaration' | 'needs'>): readonly string[] {
  const { difference, coverage, unread, gaps, verdict } = needs;
  if (verdict !== 'unknown') return [];
  if (declaration === null || difference === null) return ['there is no declaration'];
  const unlisted = gaps.filter(({ endpoint }) => endpoint === null).length;
  const isEmpty = coverage.resolved + coverage.open === 0;
  return [
    ...(isEmpty ? ['no call was found'] : []),
    ...(coverage.open > 0 ? [`${count(coverage.open, 'call')} stayed open`] : []),
    ...(unread.length > 0 ? [`${count(unread.length, 'file')} could not be read`] : []),
    ...(unlisted > 0 ? [`of ${count(unlisted, 'call')} the catalog does not know the endpoint`] : []),
    ...(difference.unknown.length > 0
      ? [`the catalog does not know ${difference.unknown.map((key) => `\`${key}\``).join(', ')}`]
      : []),
    ...(difference.possiblyUnused.length > 0
      ? [`${count(difference.possiblyUnused.length, 'scope')} may be unused`]
      : []),
    ...(declaration.incomplete.includes('requestedScopes')
      ? ['`requestedScopes` could not be read in full']
      : []),
  ];
}
