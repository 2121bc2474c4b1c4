const specifier = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(?:'([^'\n]+)'|"([^"\n]+)")/g;

/**
 * Names of the files that a text imports, by the last part of each path, without extension. A light look at the text,
 * good enough to leave out the many files that import nothing of interest; who remains is resolved properly.
 */
export function scanImports(text: string): string[] {
  const names: string[] = [];
  for (const match of text.matchAll(specifier)) {
    const path = match[1] ?? match[2] ?? '';
    // A short slice of a long text keeps the whole text alive; building the name anew lets it go.
    names.push(...importNames(path).map((name) => Buffer.from(name).toString()));
  }
  return names;
}

/** Names by which a path may stand for a file: its last part, and the folder's name for an index. */
export function importNames(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const last = parts.at(-1)?.replace(/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/, '');
  if (last === undefined) return ['index'];
  return last === 'index' ? ['index', ...parts.slice(-2, -1)] : [last];
}

const above = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]((?:\.\.\/)+)[^'"\n]/g;

/** Whether a file imports something from above the root, as `../../packages/lib` does from `src/a.ts`. */
export function importsFromAbove(file: string, text: string): boolean {
  if (!text.includes('../')) return false;
  const depth = file.split('/').length - 1;
  return [...text.matchAll(above)].some((match) => (match[1] ?? '').length / 3 > depth);
}
