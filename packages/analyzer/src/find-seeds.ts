import { createGate } from './gate.js';
import { createImporters, keepTexts, type Importers } from './importers.js';
import { isSdkFile } from './link/sdk-copies.js';
import type { AnalyzeRequest, TextChunk } from './model/analysis.js';
import { importersFromAbove, importsFromAbove } from './scan-imports.js';
import { filesWith, readChunks, textAt } from './text-chunks.js';

/** The files of a project, sorted into those to begin from and those that may turn out to import them. */
export interface Seeds {
  /** Files with a tell-tale, relative to the root. */
  readonly seeds: readonly string[];
  readonly importers: Importers;
  /** Files that import something from above the root, which is never read. */
  readonly outside: readonly string[];
  readonly listed: number;
  readonly searched: number;
}

/** Lists and searches: text only, nothing is parsed here. */
export function findSeeds(request: AnalyzeRequest): Seeds {
  return request.seeds === null ? searchAll(request) : lookAt(request, request.seeds);
}

/** Whoever names a file wants it judged: it may import what matters and hold no tell-tale itself. */
function lookAt({ files, root }: AnalyzeRequest, paths: readonly string[]): Seeds {
  const named = paths.map((path) => ({ path, file: path.slice(root.length + 1) }));
  const texts = named.map((one) => ({ ...one, text: files.readFile(one.path) }));
  const isUnread = ({ path, text }: (typeof texts)[number]): boolean =>
    text === null && (files.whyUnread?.(path) ?? null) !== null;
  return {
    seeds: texts
      .filter((one) => (one.text === null ? isUnread(one) : !isSdkFile(files, root, one.file)))
      .map(({ file }) => file),
    importers: { get: () => undefined },
    outside: texts
      .filter(({ file, text }) => text !== null && importsFromAbove(file, text))
      .map(({ file }) => file),
    listed: paths.length,
    searched: paths.length,
  };
}

function searchAll(request: AnalyzeRequest): Seeds {
  const { files, root, search } = request;
  const paths = files.listFiles(root);
  const fileOf = (path: string | undefined): string => path?.slice(root.length + 1) ?? '';
  const found = { telling: new Set<string>(), outside: [] as string[] };
  const unknown = paths.filter((path) => {
    const record = search?.known(path) ?? null;
    if (record?.isTelling === true) found.telling.add(fileOf(path));
    if (record?.isOutside === true) found.outside.push(fileOf(path));
    return record === null;
  });
  const texts = keepTexts(files, unknown);
  readChunks(files, unknown, (chunk) => {
    const nameOf = (index: number): string => fileOf(unknown[index]);
    const outside = new Set(importersFromAbove(chunk, nameOf));
    const telling = new Set(tellingFiles(request, chunk).map((index) => nameOf(chunk.first + index)));
    for (const file of outside) found.outside.push(file);
    for (const file of telling) found.telling.add(file);
    texts.keep(chunk);
    chunk.spans.forEach((_, index) => {
      const file = nameOf(chunk.first + index);
      // Of a text that cannot be read nothing is known.
      if ((files.whyUnread?.(`${root}/${file}`) ?? null) !== null) return;
      search?.note(`${root}/${file}`, { isTelling: telling.has(file), isOutside: outside.has(file) });
    });
    request.onProgress?.(chunk.first + chunk.spans.length, unknown.length);
  });
  // Kept, so that the run says why they could not be read.
  const unread = unknown.filter((path) => (files.whyUnread?.(path) ?? null) !== null);
  const seeds = [...found.telling].filter((file) => !isSdkFile(files, root, file));
  const nameOf = (path: string): string | null => {
    const file = fileOf(path);
    return found.telling.has(file) ? null : file;
  };
  return {
    seeds: [...seeds, ...unread.map(fileOf)].sort(),
    importers: createImporters({ texts, paths, nameOf, search }),
    outside: found.outside.sort(),
    listed: paths.length,
    searched: unknown.length,
  };
}

/** Searched roughly first: the exact pattern is for the few files where something was found. */
function tellingFiles({ catalog }: AnalyzeRequest, chunk: TextChunk): readonly number[] {
  const gate = createGate(catalog);
  const candidates = new Set(gate.rough.flatMap((pattern) => filesWith(chunk, pattern)));
  return [...candidates].filter((index) => gate.mayConcern(textAt(chunk, index)));
}
