import type { AnalyzeRequest } from '../model/analysis.js';

/** Files by which a framework serves pages and routes: who has them runs them, and gives nothing to others. */
const routeFile = /(?:^|\/)(?:route|page|\+server|\+page\.server)\.[cm]?[jt]sx?$/;

/** Whether the project is run as it is, and is no library: its package is private, or it has routes. */
export function isApplication(
  { root, files: disk }: Pick<AnalyzeRequest, 'root' | 'files'>,
  files: readonly string[],
): boolean {
  if (files.some((file) => routeFile.test(file))) return true;
  const text = disk.readFile(`${root}/package.json`);
  return text !== null && isPrivate(text);
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
