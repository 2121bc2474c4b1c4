import { digestOf } from '@leastscope/fixes';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Mended, MendedFile } from '../documents/mend/mended.js';
import { writeFile } from '../output/write-file.js';
import type { Project } from '../project/find-projects.js';

/** Writes what has changed, each file whole or not at all. What somebody has changed meanwhile is left as it is. */
export function writeMended(mended: Mended, { root, folder }: Project): Mended {
  const created = mended.created.filter((one) => writeNew(`${root}/${one.file}`, one.text));
  const stale = mended.files.filter((one) => !writeOne(one, root, folder));
  if (stale.length === 0) return { ...mended, created };
  const refused = stale
    .flatMap(({ done }) => done)
    .map((operation) => ({ operation, reason: 'the file has changed since the analysis' }));
  return {
    ...mended,
    created,
    files: mended.files.filter((one) => !stale.includes(one)),
    refused: [...mended.refused, ...refused],
  };
}

/** A byte order mark, which is no text, stays. */
function writeOne({ file, digest, after }: MendedFile, root: string, folder: string): boolean {
  const path = `${root}/${file}`;
  const bytes = readFileSync(path, 'utf8');
  const mark = bytes.startsWith('\ufeff') ? '\ufeff' : '';
  if (digestOf(bytes.slice(mark.length)) !== digest) return false;
  writeFile(path, mark + after, folder + file);
  return true;
}

/** Never over what has come there meanwhile. */
function writeNew(path: string, text: string): boolean {
  if (existsSync(path)) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFile(path, text, path);
  return true;
}
