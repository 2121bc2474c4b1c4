import {
  changedBetween,
  changedInWorkTree,
  createDiskFiles,
  createHeadFiles,
  createIndexFiles,
  createTreeFiles,
  forkPoint,
  openRepository,
  type DiskFiles,
  type Repository,
} from '@leastscope/analyzer/disk';
import { Misuse } from '../host/misuse.js';
import { inSnapshot, onDisk, type DeclarationFinder } from '../project/declaration-finder.js';

/** A state to judge, and the earlier one that it is held against. */
export interface Comparison {
  /** Where the run starts, links resolved: git knows folders by their real names only. */
  readonly cwd: string;
  /** The state that is judged. */
  readonly files: DiskFiles;
  readonly finder: DeclarationFinder;
  readonly before: DiskFiles;
  /** Absolute paths that differ between the two, gone ones included. */
  readonly changed: ReadonlySet<string>;
  /** How a person calls the earlier state. */
  readonly against: string;
  /** How a person calls what has changed: `staged`. */
  readonly adjective: string;
  /**
   * When what a rule says of the app as a whole is told: whenever the change brought it, or only where its place has changed.
   * A commit may drop a call and the next one the scope; a branch has to have done both.
   */
  readonly tellsOfWhole: 'always' | 'in-place';
}

export type Compared = { readonly kind: 'staged' } | { readonly kind: 'since'; readonly ref: string };

/** Opens both states. Whatever git cannot do is a misuse, said in one sentence. */
export function openComparison(asked: Compared, folder: string): Comparison {
  if (!onDisk.hasFolder(folder)) throw new Misuse('--cwd: there is no such folder');
  const flag = asked.kind === 'staged' ? '--staged' : '--changed-since';
  const opened = openRepository(folder);
  if (opened.kind === 'trouble') throw new Misuse(`${flag} asks git, but ${opened.reason}`);
  const cwd = createDiskFiles().realPath(folder);
  return asked.kind === 'staged'
    ? openStaged(opened.repository, cwd)
    : openSince(opened.repository, cwd, asked.ref);
}

function openStaged(repository: Repository, cwd: string): Comparison {
  const index = createIndexFiles(repository);
  const [first, ...others] = index.unmerged;
  if (first !== undefined) {
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    throw new Misuse(`${first}${more} has a merge conflict; resolve it and \`git add\` it first`);
  }
  const head = createHeadFiles(repository);
  return {
    cwd,
    files: index.files,
    finder: inSnapshot(index),
    before: head.files,
    changed: absolute(repository, changedBetween(head.entries, index.entries)),
    against: 'HEAD',
    adjective: 'staged',
    tellsOfWhole: 'in-place',
  };
}

function openSince(repository: Repository, cwd: string, ref: string): Comparison {
  const from = forkPoint(repository, ref);
  const before = from === null ? null : createTreeFiles(repository, from);
  if (before === null) {
    throw new Misuse(
      `--changed-since: git knows no commit called "${ref}" here; in CI, fetch it first (fetch-depth: 0)`,
    );
  }
  const files = createDiskFiles();
  return {
    cwd,
    files,
    finder: onDisk,
    before: before.files,
    changed: absolute(repository, changedInWorkTree(repository, before, files)),
    against: ref,
    adjective: 'changed',
    tellsOfWhole: 'always',
  };
}

function absolute({ top }: Repository, paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.map((path) => `${top}/${path}`));
}
