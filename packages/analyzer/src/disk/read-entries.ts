import type { Repository } from './repository.js';

/** A path of an index or a commit: what kind of thing it is, and the object that holds its content. */
export interface Entry {
  readonly kind: 'file' | 'link' | 'submodule';
  readonly object: string;
}

/** Paths relative to the top of the repository. */
export type Entries = ReadonlyMap<string, Entry>;

export interface IndexEntries {
  readonly entries: Entries;
  /** Paths with a merge conflict that nobody has resolved. */
  readonly unmerged: readonly string[];
}

/** What the next commit would hold. What is only announced (`git add --intent-to-add`) is not in it. */
export function readIndexEntries(repository: Repository): IndexEntries {
  const entries = new Map<string, Entry>();
  const unmerged = new Set<string>();
  for (const line of lines(repository.askText('ls-files', '-z', '--stage'))) {
    const [mode = '', object = '', stage = '0'] = line.slice(0, line.indexOf('\t')).split(' ');
    const path = line.slice(line.indexOf('\t') + 1);
    if (stage === '0') entries.set(path, { kind: kindOf(mode), object });
    else unmerged.add(path);
  }
  for (const path of announcedOnly(repository, entries)) entries.delete(path);
  return { entries, unmerged: [...unmerged] };
}

/** What a commit holds; the empty name is the commit before the first one. */
export function readTreeEntries(repository: Repository, commit: string): Entries {
  const entries = new Map<string, Entry>();
  if (commit === '') return entries;
  for (const line of lines(repository.askText('ls-tree', '-r', '-z', '--full-tree', commit))) {
    const [mode = '', , object = ''] = line.slice(0, line.indexOf('\t')).split(' ');
    entries.set(line.slice(line.indexOf('\t') + 1), { kind: kindOf(mode), object });
  }
  return entries;
}

/**
 * Entries with empty content may be announcements. Git leaves those out of its own comparison of the index: an empty
 * file that is really staged is in the commit or among the changes, and there it is not gone.
 */
function announcedOnly(repository: Repository, entries: Entries): readonly string[] {
  const empty = repository.askText('hash-object', '-t', 'blob', '--stdin')?.trim() ?? '';
  const candidates = [...entries].filter(([, { object }]) => object === empty).map(([path]) => path);
  if (candidates.length === 0) return [];
  const head =
    headOf(repository) || (repository.askText('hash-object', '-t', 'tree', '--stdin')?.trim() ?? '');
  const states = statesAgainst(repository, head);
  const committed = candidates.some((path) => !states.has(path))
    ? readTreeEntries(repository, headOf(repository))
    : new Map<string, Entry>();
  return candidates.filter((path) => {
    const state = states.get(path);
    return state === undefined ? !committed.has(path) : state === 'D';
  });
}

function statesAgainst(repository: Repository, tree: string): ReadonlyMap<string, string> {
  const parts = lines(
    repository.askText(
      'diff-index',
      '--cached',
      '--ita-invisible-in-index',
      '--name-status',
      '--no-renames',
      '-z',
      tree,
      '--',
    ),
  );
  const states = new Map<string, string>();
  for (let at = 0; at + 1 < parts.length; at += 2) states.set(parts[at + 1] ?? '', parts[at] ?? '');
  return states;
}

/** The commit that the work is based on; empty before the first one. */
export function headOf(repository: Repository): string {
  return repository.askText('rev-parse', '--verify', '--quiet', 'HEAD^{commit}')?.trim() ?? '';
}

function kindOf(mode: string): Entry['kind'] {
  if (mode === '120000') return 'link';
  return mode === '160000' ? 'submodule' : 'file';
}

export function lines(listing: string | null): readonly string[] {
  return (listing ?? '').split('\0').filter((line) => line !== '');
}
