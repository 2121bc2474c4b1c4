import { execFileSync } from 'node:child_process';
// eslint-disable-next-line no-restricted-imports -- git's hook variables have to be taken out of the environment
import { env } from 'node:process';

/**
 * Configuration that would make git run a command: a linter must not run what a repository that it only reads names in
 * its own `.git/config`.
 */
const harmless = ['-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false'];

export type GitAnswer =
  | { readonly kind: 'answer'; readonly bytes: Buffer }
  /** The first line of what git said against it, in git's own words. */
  | { readonly kind: 'refusal'; readonly said: string }
  | { readonly kind: 'no-git' };

export interface GitQuestion {
  readonly args: readonly string[];
  /** Handed to git's standard input. */
  readonly input?: string;
  /** The index to read instead of the repository's own; absolute. */
  readonly index?: string | null;
}

/**
 * What git answers about a folder; null when there is no git, no repository, or no answer.
 *
 * @example
 * askGit('/projects/app', ['log', '-1', '--format=%cs']) // '2026-11-20\n'
 */
export function askGit(folder: string, args: readonly string[]): string | null {
  const answer = questionGit(folder, { args });
  return answer.kind === 'answer' ? answer.bytes.toString('utf8') : null;
}

/** Like `askGit`, and says why there is no answer. */
export function questionGit(folder: string, { args, input, index }: GitQuestion): GitAnswer {
  try {
    const bytes = execFileSync('git', [...harmless, ...args], {
      cwd: folder,
      env: { ...withoutHookVariables(), ...quiet, ...(index ? { GIT_INDEX_FILE: index } : {}) },
      maxBuffer: 1 << 30,
      // Without input, standard input is empty and not the terminal's.
      input: input ?? '',
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    return { kind: 'answer', bytes };
  } catch (error) {
    return explain(error);
  }
}

/** The variables that a hook was started with; the paths may be relative to the top of its work tree. */
export function hookVariables(): { readonly gitDir: string | null; readonly index: string | null } {
  return { gitDir: given('GIT_DIR'), index: given('GIT_INDEX_FILE') };
}

function given(name: string): string | null {
  const value = env[name] ?? '';
  return value === '' ? null : value;
}

/** No locks taken for a look, nothing fetched from a network, nothing asked of anybody; sentences in English. */
const quiet = { GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };

/** A hook sets these relative to its own folder; from another folder they name the wrong repository. */
const namesOfHookVariables: ReadonlySet<string> = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
]);

function withoutHookVariables(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !namesOfHookVariables.has(name)));
}

function explain(error: unknown): GitAnswer {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'no-git' };
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const [first = ''] = stderr.split('\n');
  return { kind: 'refusal', said: first.replace(/^(?:fatal|error): /, '') };
}
