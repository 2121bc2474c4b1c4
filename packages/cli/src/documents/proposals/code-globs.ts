/** Files that a framework finds by their name: what belongs to them stands beside or below them. */
const entryName = /^(?:route|page|index|handler|\+server|\+page(?:\.server)?)\.[cm]?[jt]sx?$/;
/** So many files of one purpose in one folder, and none of another: the folder is the purpose's. */
const fewestForFolder = 3;
/** `src/**` would be nearly everything. */
const fewestParts = 2;

/**
 * Globs for the files of a purpose, as an owner would write them: the folder of a route, a folder that holds several of
 * them and nothing of another purpose, else the file. Sorted.
 *
 * @example
 * codeGlobs(['app/orders/route.ts', 'src/pull.ts'], ['src/chat.ts']) // ['app/orders/**', 'src/pull.ts']
 */
export function codeGlobs(files: readonly string[], others: readonly string[]): readonly string[] {
  const folders = [...new Set(files.map(folderOf))].filter((folder) => isOwn(folder, files, others));
  const outermost = folders.filter((folder) => !folders.some((above) => folder.startsWith(`${above}/`)));
  const left = files.filter((file) => !outermost.some((folder) => file.startsWith(`${folder}/`)));
  return [...new Set([...outermost.map((folder) => `${folder}/**`), ...left])].sort();
}

function isOwn(folder: string, files: readonly string[], others: readonly string[]): boolean {
  if (folder.split('/').length < fewestParts) return false;
  if (others.some((file) => file.startsWith(`${folder}/`))) return false;
  const inside = files.filter((file) => folderOf(file) === folder);
  return inside.length >= fewestForFolder || inside.some((file) => entryName.test(nameOf(file)));
}

function folderOf(file: string): string {
  return file.split('/').slice(0, -1).join('/');
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
