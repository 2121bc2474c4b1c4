import { readFileSync } from 'node:fs';

/** What outputs name as their maker. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}

/** What package.json says of this package, put in when the program is bundled. */
declare const $package: { readonly version: string } | undefined;

/** From the package itself, so that a release changes one file. */
export const version: string = typeof $package === 'object' ? $package.version : readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return 'unknown';
  return String(manifest.version);
}

/** How outputs name their maker. */
export const tool: Tool = { name: 'leastscope', version };
