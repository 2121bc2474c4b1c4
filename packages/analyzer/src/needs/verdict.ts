import type { Declaration } from '../model/declaration.js';
import type { Needs, Verdict } from '../model/needs.js';

/**
 * Whether the app asks for the least it needs. Certain surplus and certain lack decide; otherwise anything that stayed
 * open leaves it unknown, and so does a project without a call or a declaration.
 */
export function verdict(
  needs: Pick<Needs, 'difference' | 'unread' | 'coverage' | 'gaps'>,
  declaration: Declaration | null,
): Verdict {
  const { difference, coverage } = needs;
  if (declaration === null || difference === null) return 'unknown';
  if (coverage.resolved + coverage.open === 0) return 'unknown';
  if (difference.add.length > 0 || difference.drop.length > 0) return 'not-minimal';
  if (coverage.open > 0 || needs.unread.length > 0) return 'unknown';
  // Of a call that the catalog lacks nobody can say which scope it needs.
  if (needs.gaps.some((use) => use.endpoint === null)) return 'unknown';
  if (difference.possiblyUnused.length > 0 || difference.unknown.length > 0) return 'unknown';
  return declaration.incomplete.includes('requestedScopes') ? 'unknown' : 'minimal';
}
