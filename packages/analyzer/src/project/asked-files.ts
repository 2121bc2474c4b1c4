import type { FileSystem } from '../model/analysis.js';

/** A file system that remembers what it was asked, to ask another one the same later. */
export interface AskedFiles {
  readonly files: FileSystem;
  /** Asks these files from now on, if they answer all that was asked so far in the same way; else false. */
  readonly turnTo: (files: FileSystem) => boolean;
}

type Question = 'readFile' | 'fileExists' | 'directoryExists' | 'realPath' | 'listFiles' | 'listFolders';
type Answer = string | boolean | null | readonly string[];

const questions: Readonly<Record<Question, (files: FileSystem, path: string) => Answer>> = {
  readFile: (files, path) => files.readFile(path),
  fileExists: (files, path) => files.fileExists(path),
  directoryExists: (files, path) => files.directoryExists(path),
  realPath: (files, path) => files.realPath(path),
  listFiles: (files, path) => files.listFiles(path),
  listFolders: (files, path) => files.listFolders?.(path) ?? [],
};

export function createAskedFiles(first: FileSystem): AskedFiles {
  let current = first;
  const answers = new Map<Question, Map<string, Answer>>();
  const ask =
    <A extends Answer>(question: Question, of: (files: FileSystem) => (path: string) => A) =>
    (path: string): A => {
      const answer = of(current)(path);
      const known = answers.get(question) ?? new Map<string, Answer>();
      answers.set(question, known.set(path, answer));
      return answer;
    };
  return {
    files: {
      readFile: ask('readFile', ({ readFile }) => readFile),
      fileExists: ask('fileExists', ({ fileExists }) => fileExists),
      directoryExists: ask('directoryExists', ({ directoryExists }) => directoryExists),
      realPath: ask('realPath', ({ realPath }) => realPath),
      listFiles: ask('listFiles', ({ listFiles }) => listFiles),
      listFolders: ask(
        'listFolders',
        ({ listFolders }) =>
          (path) =>
            listFolders?.(path) ?? [],
      ),
    },
    turnTo: (files) => {
      for (const [question, known] of answers)
        for (const [path, answer] of known)
          if (!isSame(questions[question](files, path), answer)) return false;
      current = files;
      return true;
    },
  };
}

function isSame(a: Answer, b: Answer): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
