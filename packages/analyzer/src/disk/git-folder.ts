import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
// eslint-disable-next-line no-restricted-imports -- where git's own settings lie is in the environment
import { env, platform } from 'node:process';

/** A repository as its files show it, without asking git. */
export interface GitFolder {
  /** Top of the work tree. */
  readonly top: string;
  /** Holds the index and HEAD. */
  readonly own: string;
  /** Holds what all work trees share: settings, refs, excludes. */
  readonly common: string;
}

/** The repository that a folder lies in; null for none, or for one that is set up in a way that only git understands. */
export function findGitFolder(folder: string): GitFolder | null {
  if (Object.keys(env).some((name) => special.test(name))) return null;
  for (let top = folder; ; top = dirname(top)) {
    const kind = statSync(join(top, '.git'), { throwIfNoEntry: false });
    if (kind?.isDirectory() === true) return { top, own: join(top, '.git'), common: join(top, '.git') };
    if (kind?.isFile() === true) return linkedFolder(top);
    if (dirname(top) === top) return null;
  }
}

/** Variables that change where git looks. Those of a hook are ignored here as they are when git is asked. */
const special = /^GIT_(?:CEILING|DISCOVERY|COMMON_DIR|CONFIG(?!_NOSYSTEM|_GLOBAL))/;

/** In a further work tree or a submodule, `.git` is a file that names the folder. */
function linkedFolder(top: string): GitFolder | null {
  const own = /^gitdir: (.+?)\s*$/.exec(readText(join(top, '.git')) ?? '')?.[1];
  if (own === undefined) return null;
  const folder = resolve(top, own);
  const common = readText(join(folder, 'commondir'))?.trim();
  return { top, own: folder, common: common === undefined ? folder : resolve(folder, common) };
}

/** Files of ignore rules that hold for the whole repository; null when only git knows which. */
export function excludeFiles({ own, common }: GitFolder): readonly string[] | null {
  // Elsewhere the system's settings lie where this git was built to look.
  if (platform !== 'linux') return null;
  const home = homedir();
  const shared = join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'git');
  const globals =
    env['GIT_CONFIG_GLOBAL'] === undefined
      ? [join(shared, 'config'), join(home, '.gitconfig')]
      : [env['GIT_CONFIG_GLOBAL']];
  const settings = ['/etc/gitconfig', ...globals, join(common, 'config'), join(own, 'config.worktree')];
  if (settings.some((file) => isSpecial(readText(file) ?? ''))) return null;
  return [join(shared, 'ignore'), join(common, 'info', 'exclude')];
}

/** Settings that change what is listed: rules from elsewhere, other rules of comparing names, another work tree or format. */
function isSpecial(settings: string): boolean {
  return /excludesfile|\binclude|ignorecase\s*=\s*true|worktree\s*=|objectformat|refstorage/i.test(settings);
}

/**
 * The name of the commit that is checked out; empty where there is no repository, null when it takes git to find out.
 */
export function headCommit(folder: string): string | null {
  const git = findGitFolder(folder);
  if (git === null) return isOutsideGit(folder) ? '' : null;
  const head = readText(join(git.own, 'HEAD'))?.trim() ?? '';
  const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1];
  if (ref === undefined) return isName(head) ? head : null;
  const loose = readText(join(git.common, ref))?.trim();
  if (loose !== undefined) return isName(loose) ? loose : null;
  const packed = (readText(join(git.common, 'packed-refs')) ?? '').split('\n');
  return packed.find((line) => line.endsWith(` ${ref}`))?.slice(0, 40) ?? null;
}

/** Whether a folder lies in no repository. A `.git` that was found and not understood is git's business. */
export function isOutsideGit(folder: string): boolean {
  if (Object.keys(env).some((name) => special.test(name))) return false;
  for (let at = folder; ; at = dirname(at)) {
    if (statSync(join(at, '.git'), { throwIfNoEntry: false }) !== undefined) return false;
    if (dirname(at) === at) return true;
  }
}

function isName(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
