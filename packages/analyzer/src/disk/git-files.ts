import { lstatSync } from 'node:fs';
import { askGit } from './ask-git.js';

/**
 * What git knows of the files below a folder, relative to it; null when there is no git or no work tree. For 9,000
 * files it takes as long as walking (20 to 30 ms), and it knows every ignore rule, the user's own included.
 */
export function gitFiles(root: string): readonly string[] | null {
  const listing = askGit(root, question);
  if (listing === null) return null;
  const gone = new Set<string>();
  const found = new Set<string>();
  for (const line of listing.split('\0')) {
    const entry = readEntry(line);
    if (entry === null) continue;
    if (entry.isGone) gone.add(entry.path);
    else if (entry.isFile ?? isPlainFile(`${root}/${entry.path}`)) found.add(entry.path);
  }
  return [...found].filter((path) => !gone.has(path));
}

/** One call for everything: `--stage` tells symbolic links (mode 120000), `--deleted` what is tracked and gone. */
const question = [
  'ls-files',
  '-z',
  '-t',
  '--stage',
  '--cached',
  '--deleted',
  '--others',
  '--exclude-standard',
];

interface Entry {
  readonly path: string;
  readonly isGone: boolean;
  /** Null for untracked paths, whose kind git does not say. */
  readonly isFile: boolean | null;
}

/** `H 100644 <object> 0\tsrc/a.ts` for a tracked path, `? src/b.ts` for an untracked one. */
function readEntry(line: string): Entry | null {
  if (line === '') return null;
  const tag = line.charAt(0);
  if (tag === '?') return { path: line.slice(2), isGone: false, isFile: null };
  const path = line.slice(line.indexOf('\t') + 1);
  // R: deleted in the work tree. S: left out of a sparse checkout.
  return { path, isGone: tag === 'R' || tag === 'S', isFile: line.startsWith('100', 2) };
}

function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
