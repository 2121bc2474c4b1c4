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
  const { files, root } = request;
  const paths = files.listFiles(root);
  const texts = keepTexts(files, paths);
  const fileOf = (index: number): string => paths[index]?.slice(root.length + 1) ?? '';
  const outside: string[] = [];
  const telling = new Set<string>();
  readChunks(files, paths, (chunk) => {
    outside.push(...importersFromAbove(chunk, fileOf));
    for (const index of tellingFiles(request, chunk)) telling.add(fileOf(chunk.first + index));
    texts.keep(chunk);
    request.onProgress?.(chunk.first + chunk.spans.length, paths.length);
  });
  // Kept, so that the run says why they could not be read.
  const unread = paths.filter((path) => (files.whyUnread?.(path) ?? null) !== null);
  const seeds = [...telling].filter((file) => !isSdkFile(files, root, file));
  return {
    seeds: [...seeds, ...unread.map((path) => path.slice(root.length + 1))].sort(),
    importers: createImporters(texts, (index) => (telling.has(fileOf(index)) ? null : fileOf(index))),
    outside: outside.sort(),
    listed: paths.length,
    searched: paths.length,
  };
}

/** Searched roughly first: the exact pattern is for the few files where something was found. */
function tellingFiles({ catalog }: AnalyzeRequest, chunk: TextChunk): readonly number[] {
  const gate = createGate(catalog);
  const candidates = new Set(gate.rough.flatMap((pattern) => filesWith(chunk, pattern)));
  return [...candidates].filter((index) => gate.mayConcern(textAt(chunk, index)));
}
