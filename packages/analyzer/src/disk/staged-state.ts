import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hookVariables } from './ask-git.js';
import { findGitFolder, headCommit } from './git-folder.js';

/**
 * A name for what is staged on what: the same name, the same index on the same commit. Null when that takes git to tell.
 */
export function stagedState(folder: string): string | null {
  const git = findGitFolder(folder);
  const head = headCommit(folder);
  if (git === null || head === null) return null;
  const { index, gitDir } = hookVariables();
  // A hook of another repository is not our business, and its variables are not either; git knows whose they are.
  if (gitDir !== null && resolve(git.top, gitDir) !== git.own) return null;
  try {
    const bytes = readFileSync(index === null ? join(git.own, 'index') : resolve(git.top, index));
    return createHash('sha256').update(`${head} ${git.top}\0`).update(bytes).digest('hex');
  } catch {
    return null;
  }
}
