import { execFileSync } from 'node:child_process';
// eslint-disable-next-line no-restricted-imports -- git's hook variables have to be taken out of the environment
import { env } from 'node:process';

/**
 * Configuration that would make git run a command: a linter must not run what a repository that it only reads names in
 * its own `.git/config`.
 */
const harmless = ['-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false'];

/**
 * What git answers about a folder; null when there is no git, no repository, or no answer.
 *
 * @example
 * askGit('/work/app', ['log', '-1', '--format=%cs']) // '2026-11-20\n'
 */
export function askGit(folder: string, args: readonly string[]): string | null {
  try {
    return execFileSync('git', [...harmless, ...args], {
      cwd: folder,
      env: withoutHookVariables(),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
  } catch {
    return null;
  }
}

/** A hook sets these relative to its own folder; from another folder they name the wrong repository. */
const hookVariables: ReadonlySet<string> = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
]);

function withoutHookVariables(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !hookVariables.has(name)));
}
