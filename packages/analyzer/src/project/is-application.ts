import type { AnalyzeRequest } from '../model/analysis.js';
import { once } from '../util/once.js';

/** Files by which a framework serves pages and routes: who has them runs them, and gives nothing to others. */
const routeFile = /(?:^|\/)(?:route|page|\+server|\+page\.server)\.[cm]?[jt]sx?$/;

/**
 * Whether the project is run as it is, and is no library: its package is private, or it has routes. Asked with some files
 * of it, time and again with others beside them.
 */
export function createIsApplication(
  { root, files: disk }: Pick<AnalyzeRequest, 'root' | 'files'>,
  known: readonly string[],
): (others: readonly string[]) => boolean {
  const isOneAnyway = once(() => {
    if (known.some(isRoute)) return true;
    const text = disk.readFile(`${root}/package.json`);
    return text !== null && isPrivate(text);
  });
  return (others) => others.some(isRoute) || isOneAnyway();
}

function isRoute(file: string): boolean {
  return routeFile.test(file);
}

function isPrivate(text: string): boolean {
  try {
    const manifest: unknown = JSON.parse(text);
    return (
      typeof manifest === 'object' && manifest !== null && 'private' in manifest && manifest.private === true
    );
  } catch {
    return false;
  }
}
