/** Folders that hold what others wrote or what a tool made: never walked, tracked or not. */
const neverWalked: ReadonlySet<string> = new Set([
  'node_modules',
  'dist',
  'build',
  '.next',
  '.nuxt',
  '.output',
  'coverage',
  '.git',
  'vendor',
  '.turbo',
  '.svelte-kit',
]);

const source = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;
/** Declarations say nothing about calls, and minified text is somebody's build output. */
const notSource = /(?:\.d\.[cm]?ts|\.min\.[cm]?js)$/;

export function isWalked(folder: string): boolean {
  return !neverWalked.has(folder);
}

/** By its name alone: `shops.ts` yes, `shops.d.ts` and `app.min.js` no. */
export function isSourceName(name: string): boolean {
  return source.test(name) && !notSource.test(name);
}

/** Judges a path relative to the root, so that a project may itself live in a folder called `build`. */
export function isSourcePath(path: string): boolean {
  if (!isSourceName(path)) return false;
  return path.split('/').slice(0, -1).every(isWalked);
}
