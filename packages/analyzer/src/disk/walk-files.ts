import ignore, { type Ignore } from 'ignore';
import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { isSourceName, isWalked } from './source-names.js';

/** The rules of one file, which hold for paths below a folder. */
interface IgnoreRules {
  /** How much of a path below the root lies above that folder. */
  readonly skip: number;
  /** The way from that folder down to the root, when it lies above the root. */
  readonly lead: string;
  readonly rules: Ignore;
}

export interface WalkedFile {
  readonly path: string;
  /** Costs something; asked only when it matters. */
  readonly isIgnored: () => boolean;
}

/** What a repository adds to a walk. */
export interface Tracking {
  /** Top of the work tree: rules above the root hold in it too. */
  readonly top: string;
  /** Further files of rules, weakest first. */
  readonly excludes: readonly string[];
  /** Folders, relative to the root with a trailing slash, that hold something tracked: walked although ignored. */
  readonly trackedFolders: ReadonlySet<string>;
  readonly isListed: (file: WalkedFile) => boolean;
}

interface Step {
  readonly folder: string;
  readonly above: readonly IgnoreRules[];
  /** Costs something; in a folder whose files are all tracked nobody asks. */
  readonly isIgnored: () => boolean;
}

/**
 * Source files below a folder, relative to it. Every `.gitignore` on the way is honoured. Symbolic links are not
 * followed: what they point to is either listed where it stands or outside the project.
 */
export function walkFiles(root: string, tracking: Tracking | null = null): readonly string[] {
  const found: string[] = [];
  const pending = [firstStep(root, tracking)];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    const entries = readFolder(`${root}/${step.folder}`);
    // A repository of its own belongs to somebody else.
    const isForeign = tracking !== null && step.folder !== '' && entries.some(({ name }) => name === '.git');
    if (!isForeign) look(root, tracking, step, entries, found, pending);
  }
  return found;
}

function look(
  root: string,
  tracking: Tracking | null,
  step: Step,
  entries: readonly Dirent[],
  found: string[],
  pending: Step[],
): void {
  const rules = withRulesOf(root, step.folder, entries, step.above);
  const isIgnored = (path: string): boolean => step.isIgnored() || isIgnoredBy(path, rules);
  for (const entry of entries) {
    const path = step.folder + entry.name;
    if (entry.isDirectory() && isWalked(entry.name)) {
      const below = once(() => isIgnored(`${path}/`));
      const isTracked = tracking?.trackedFolders.has(`${path}/`) ?? false;
      if (isTracked || !below()) pending.push({ folder: `${path}/`, above: rules, isIgnored: below });
    }
    if (!entry.isFile() || !isSourceName(entry.name)) continue;
    const isListed = tracking?.isListed({ path, isIgnored: () => isIgnored(path) }) ?? !isIgnored(path);
    if (isListed) found.push(path);
  }
}

/** Rules from above the root; and whether the root itself lies in an ignored folder. */
function firstStep(root: string, tracking: Tracking | null): Step {
  if (tracking === null) return { folder: '', above: [], isIgnored: () => false };
  const { top, excludes } = tracking;
  const way = root === top ? '' : `${root.slice(top.length + 1)}/`;
  const folders = way.split('/').slice(0, -1);
  let above = excludes.flatMap((file) => rulesIn(file, 0, way));
  let isIgnored = false;
  folders.forEach((name, depth) => {
    const base = folders
      .slice(0, depth)
      .map((part) => `${part}/`)
      .join('');
    above = [...above, ...rulesIn(`${top}/${base}.gitignore`, 0, way.slice(base.length))];
    // As seen from the root, this folder is what the way to it leaves when the rest is taken off.
    const rest = way.length - base.length - name.length - 1;
    isIgnored ||= isIgnoredBy(
      '',
      above.map((one) => ({ ...one, lead: one.lead.slice(0, one.lead.length - rest) })),
    );
  });
  return { folder: '', above, isIgnored: () => isIgnored };
}

/** Works a value out when it is first asked for. */
function once(work: () => boolean): () => boolean {
  let known: boolean | null = null;
  return () => (known ??= work());
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
  return [...above, ...rulesIn(`${root}/${folder}.gitignore`, folder.length, '')];
}

function rulesIn(file: string, skip: number, lead: string): readonly IgnoreRules[] {
  try {
    return [{ skip, lead, rules: ignore().add(readFileSync(file, 'utf8')) }];
  } catch {
    return [];
  }
}

/** The nearest `.gitignore` with an opinion wins, as in git. */
function isIgnoredBy(path: string, all: readonly IgnoreRules[]): boolean {
  for (const { skip, lead, rules } of all.toReversed()) {
    const result = rules.test(lead + path.slice(skip));
    if (result.ignored || result.unignored) return result.ignored;
  }
  return false;
}
