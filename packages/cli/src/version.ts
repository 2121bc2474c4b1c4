import { readFileSync } from 'node:fs';

/** From the package itself, so that a release changes one file. */
export const version: string = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return 'unknown';
  return String(manifest.version);
}

/** How outputs name their maker. */
export const tool = { name: 'leastscope', version } as const;
