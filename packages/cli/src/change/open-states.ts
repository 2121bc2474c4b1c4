import {
  commitOf,
  createDiskFiles,
  createTreeFiles,
  forkPoint,
  openRepository,
  type DiskFiles,
  type Repository,
} from '@leastscope/analyzer/disk';
import { Misuse } from '../host/misuse.js';
import { inSnapshot, onDisk, type DeclarationFinder } from '../project/declaration-finder.js';

/** Two states of a repository, to be held against each other. */
export interface States {
  /** Where the run starts, links resolved. */
  readonly cwd: string;
  readonly before: DiskFiles;
  readonly after: DiskFiles;
  readonly finder: DeclarationFinder;
  /** How a person calls them. */
  readonly base: string;
  readonly head: string;
  /** The days of their commits, `YYYY-MM-DD`; null where git names none. */
  readonly baseDay: string | null;
  readonly headDay: string | null;
}

/** Names under which the branch that others merge into is found, the likeliest first. */
const trunks = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master', 'HEAD'];

/**
 * Opens both. `base` stands for where the work began that it has not got, as with `--changed-since`; null: the branch that
 * others merge into. `head` null is the work tree. Whatever git cannot do is a misuse, said in one sentence.
 */
export function openStates(base: string | null, head: string | null, folder: string): States {
  if (!onDisk.hasFolder(folder)) throw new Misuse('--cwd: there is no such folder');
  const opened = openRepository(folder);
  if (opened.kind === 'trouble') throw new Misuse(`diff asks git, but ${opened.reason}`);
  const { repository } = opened;
  const name = base ?? trunks.find((one) => commitOf(repository, one) !== null) ?? 'HEAD';
  const tip = head === null ? 'HEAD' : known(commitOf(repository, head), head);
  const from = known(forkPoint(repository, name, tip), name);
  const before = known(createTreeFiles(repository, from), name);
  const after = head === null ? null : known(createTreeFiles(repository, tip), head);
  return {
    cwd: createDiskFiles().realPath(folder),
    before: before.files,
    after: after?.files ?? createDiskFiles(),
    finder: after === null ? onDisk : inSnapshot(after),
    base: name,
    head: head ?? 'the work tree',
    baseDay: dayOf(repository, from),
    headDay: dayOf(repository, tip),
  };
}

function known<T>(found: T | null, name: string): T {
  if (found !== null) return found;
  throw new Misuse(`git knows no commit called "${name}" here; in CI, fetch it first (fetch-depth: 0)`);
}

function dayOf(repository: Repository, commit: string): string | null {
  const answer = repository.askText('log', '-1', '--format=%cs', commit)?.trim() ?? '';
  return answer === '' ? null : answer;
}
