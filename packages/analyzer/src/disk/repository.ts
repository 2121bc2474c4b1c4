import { realpathSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { hookVariables, questionGit, type GitAnswer, type GitQuestion } from './ask-git.js';
import { forwardSlashes } from './forward-slashes.js';

/** A git work tree, and the way to ask about it. */
export interface Repository {
  /** Absolute, links resolved. */
  readonly top: string;
  readonly ask: (question: Pick<GitQuestion, 'args' | 'input'>) => GitAnswer;
  /** As text; null when git refuses. */
  readonly askText: (...args: readonly string[]) => string | null;
}

export type OpenedRepository =
  | { readonly kind: 'repository'; readonly repository: Repository }
  | { readonly kind: 'trouble'; readonly reason: string };

/**
 * The repository that a folder lies in. Inside a hook, git's own variables say which index the commit is made from
 * (`git commit -a` and `git commit <path>` make it from a temporary one); that one is read, if it belongs to this
 * repository.
 *
 * @example
 * const opened = openRepository('/projects/app');
 */
export function openRepository(folder: string): OpenedRepository {
  const found = questionGit(folder, {
    args: ['rev-parse', '--show-toplevel', '--absolute-git-dir', '--git-common-dir'],
  });
  if (found.kind === 'no-git') return trouble('git is not installed, or not in the PATH');
  if (found.kind === 'refusal') return trouble(reasonOf(found.said));
  const [top = '', gitDir = '', common = ''] = found.bytes.toString('utf8').split('\n');
  if (top === '') return trouble('this is a repository without a work tree');
  const index = indexOfHook(top, [gitDir, resolve(folder, common)]);
  const ask: Repository['ask'] = (question) => questionGit(top, { ...question, index });
  const askText: Repository['askText'] = (...args) => {
    const answer = ask({ args });
    return answer.kind === 'answer' ? answer.bytes.toString('utf8') : null;
  };
  return { kind: 'repository', repository: { top: forwardSlashes(top), ask, askText } };
}

function trouble(reason: string): OpenedRepository {
  return { kind: 'trouble', reason };
}

function reasonOf(said: string): string {
  if (said.startsWith('not a git repository')) return 'this is not a git repository';
  if (said.startsWith('this operation must be run in a work tree'))
    return 'this is a repository without a work tree';
  return said === '' ? 'git gives no answer here' : `git says: ${said}`;
}

/**
 * The index that the surrounding hook commits from; null for the repository's own. A hook of one repository may start
 * something in another: then its variables mean nothing here. Relative ones start at the top of the work tree.
 */
function indexOfHook(top: string, ours: readonly string[]): string | null {
  const { gitDir, index } = hookVariables();
  if (index === null) return null;
  if (gitDir !== null && !ours.some((one) => isSame(one, resolve(top, gitDir)))) return null;
  const path = isAbsolute(index) ? index : resolve(top, index);
  return isInGitFolder(path) && !ours.some((one) => isInside(path, one)) ? null : path;
}

function isInGitFolder(path: string): boolean {
  return /[\\/]\.git[\\/]/.test(path);
}

function isInside(path: string, folder: string): boolean {
  const start = real(folder);
  // The lock of an index has no file yet while it is only named; its folder has.
  return real(resolve(path, '..')).startsWith(start);
}

function isSame(a: string, b: string): boolean {
  return real(a) === real(b);
}

function real(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
