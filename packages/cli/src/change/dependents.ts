import type { AnalyzeRequest, FileSystem } from '@leastscope/analyzer';
import { pathFrom } from '../project/path-from.js';

type Analyze = (request: AnalyzeRequest) => unknown;

const source = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;

/**
 * Says of a file whether what is found in it rests on one of the changed files. The engine is asked to judge that file
 * alone, and what it looks at on the way is what it rests on: imports, and places where one would be if it were still
 * there. Exact by construction, whatever ways of importing the engine learns. Changed settings (package.json and the
 * like) are left out: almost everything looks at them, and what they really change shows as a new finding.
 */
export function createDependents(
  request: AnalyzeRequest,
  analyze: Analyze,
  changed: ReadonlySet<string>,
): (file: string) => boolean {
  const sources = [...changed].filter((path) => source.test(path));
  const files = listingOnce(request.files);
  return (file) => {
    if (sources.length === 0) return false;
    const looked = new Set<string>();
    analyze({ ...request, files: watched(files, looked), seeds: [pathFrom(request.root, file)] });
    return sources.some((path) => looked.has(path));
  };
}

function watched(files: FileSystem, looked: Set<string>): FileSystem {
  const { stamp } = files;
  return {
    ...files,
    readFile: (path) => files.readFile(note(path)),
    fileExists: (path) => files.fileExists(note(path)),
    ...(stamp === undefined ? {} : { stamp: (path: string) => stamp(note(path)) }),
  };

  function note(path: string): string {
    looked.add(path);
    return path;
  }
}

function listingOnce(files: FileSystem): FileSystem {
  const known = new Map<string, readonly string[]>();
  return {
    ...files,
    listFiles: (root) => {
      const listed = known.get(root) ?? files.listFiles(root);
      known.set(root, listed);
      return listed;
    },
  };
}
