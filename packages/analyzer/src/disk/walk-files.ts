import ignore, { type Ignore } from 'ignore';
import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { isSourceName, isWalked } from './source-names.js';

/** The rules of one `.gitignore`, which hold for paths below its folder. */
interface IgnoreRules {
  /** Relative to the root with a trailing slash; empty for the root. */
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * Source files below a folder that git does not know, relative to it. Every `.gitignore` on the way is honoured.
 * Symbolic links are not followed: what they point to is either listed where it stands or outside the project.
 */
export function walkFiles(root: string): readonly string[] {
  const found: string[] = [];
  const pending: { readonly folder: string; readonly above: readonly IgnoreRules[] }[] = [
    { folder: '', above: [] },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const entries = readFolder(`${root}/${next.folder}`);
    const rules = withRulesOf(root, next.folder, entries, next.above);
    for (const entry of entries) {
      const path = next.folder + entry.name;
      if (entry.isDirectory() && isWalked(entry.name) && !isIgnored(`${path}/`, rules)) {
        pending.push({ folder: `${path}/`, above: rules });
      }
      if (entry.isFile() && isSourceName(entry.name) && !isIgnored(path, rules)) found.push(path);
    }
  }
  return found;
}

/** A folder that may not be read is as good as empty; the run goes on. */
function readFolder(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function withRulesOf(
  root: string,
  folder: string,
  entries: readonly Dirent[],
  above: readonly IgnoreRules[],
): readonly IgnoreRules[] {
  if (!entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) return above;
  try {
    const rules = ignore().add(readFileSync(`${root}/${folder}.gitignore`, 'utf8'));
    return [...above, { folder, rules }];
  } catch {
    return above;
  }
}

/** The nearest `.gitignore` with an opinion wins, as in git. */
function isIgnored(path: string, rules: readonly IgnoreRules[]): boolean {
  const opinion = rules
    .map(({ folder, rules: own }) => own.test(path.slice(folder.length)))
    .findLast((result) => result.ignored || result.unignored);
  return opinion?.ignored ?? false;
}
