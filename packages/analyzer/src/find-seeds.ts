import { createGate } from './gate.js';
import { importsFromAbove, scanImports } from './scan-imports.js';
import { isSdkFile } from './link/sdk-copies.js';
import type { AnalyzeRequest } from './model/analysis.js';

/** The files of a project, sorted into those to begin from and those that may turn out to import them. */
export interface Seeds {
  /** Files with a tell-tale, relative to the root. */
  readonly seeds: readonly string[];
  /** Last part of an imported path, without extension, to the files that import something of that name. */
  readonly importers: ReadonlyMap<string, readonly string[]>;
  /** Files that import something from above the root, which is never read. */
  readonly outside: readonly string[];
  readonly listed: number;
  readonly searched: number;
}

/** Lists and searches: text only, nothing is parsed here. */
export function findSeeds(request: AnalyzeRequest): Seeds {
  const { files, root, catalog } = request;
  const gate = createGate(catalog);
  const paths = request.seeds ?? files.listFiles(root);
  const seeds: string[] = [];
  const importers = new Map<string, string[]>();
  const outside: string[] = [];
  paths.forEach((path, done) => {
    request.onProgress?.(done, paths.length);
    const file = path.slice(root.length + 1);
    const text = files.readFile(path);
    if (text === null) {
      // Kept, so that the run says why it could not be read.
      if ((files.whyUnread?.(path) ?? null) !== null) seeds.push(file);
      return;
    }
    if (importsFromAbove(file, text)) outside.push(file);
    // Whoever names a file wants it judged: it may import what matters and hold no tell-tale itself.
    if (request.seeds !== null || gate.mayConcern(text)) {
      if (!isSdkFile(files, root, file)) seeds.push(file);
      return;
    }
    for (const name of scanImports(text)) {
      const known = importers.get(name);
      if (known === undefined) importers.set(name, [file]);
      else if (known.at(-1) !== file) known.push(file);
    }
  });
  return { seeds, importers, outside, listed: paths.length, searched: paths.length };
}
