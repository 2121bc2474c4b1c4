import { readFileSync } from 'node:fs';

/** What outputs name as their maker. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}

interface About {
  readonly version: string;
  readonly repository: { readonly url: string };
}

/** This package's own package.json, put in when the program is bundled. */
declare const $package: About | undefined;

/** From the package itself, so that a release changes one file. */
const about: About = typeof $package === 'object' ? $package : readAbout();

function readAbout(): About {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as About;
}

export const { version } = about;

/** How outputs name their maker. */
export const tool: Tool = { name: 'leastscope', version };

/** Where people read about the program: `https://…`, without a slash at its end. */
export const homepage = about.repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

/** Where the page of a rule is shown. */
export function rulePage(rule: string): string {
  return documentUrl(`docs/rules/${rule}.md`);
}

/** Where a document of the repository is shown: `docs/rules/missing-scope.md`. */
export function documentUrl(path: string): string {
  return `${homepage}/blob/main/${path}`;
}
