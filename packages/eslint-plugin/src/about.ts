import { createRequire } from 'node:module';

/** This package's own package.json, from `src`, `dist` and `bundle` alike. */
export const about = createRequire(import.meta.url)('../package.json') as {
  readonly name: string;
  readonly version: string;
  readonly repository: { readonly url: string };
};
