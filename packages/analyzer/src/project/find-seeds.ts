import { createMarkers } from './markers.js';
import { createImporters, keepTexts, type Importers } from './importers.js';
import { sdkCopies } from './sdk-copies.js';
import type { AnalyzeRequest, TextChunk } from '../model/analysis.js';
import { importersFromAbove, importsFromAbove } from './scan-imports.js';
import { relativePath } from './paths.js';
import { filesWith, readChunks, textAt } from './text-batches.js';

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
function lookAt({ files, root, catalog }: AnalyzeRequest, paths: readonly string[]): Seeds {
  const copies = sdkCopies(files, catalog);
  const named = paths.map((path) => ({ path, file: relativePath(root, path) }));
  const texts = named.map((one) => ({ ...one, text: files.readFile(one.path) }));
  const isUnread = ({ path, text }: (typeof texts)[number]): boolean =>
    text === null && (files.whyUnread?.(path) ?? null) !== null;
  return {
    seeds: texts
      .filter((one) => (one.text === null ? isUnread(one) : !copies.isPart(root, one.file)))
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
  const search = request.memory?.search;
  const copies = sdkCopies(files, request.catalog);
  const paths = files.listFiles(root);
  const fileOf = (path: string): string => path.slice(root.length + 1);
  // By absolute paths: no name is made for a file in which nothing is found.
  const telling = new Set<string>();
  const outside = new Set<string>();
  const unknown = paths.filter((path) => {
    const record = search?.known(path) ?? null;
    if (record?.isTelling === true) telling.add(path);
    if (record?.isOutside === true) outside.add(path);
    return record === null;
  });
  const texts = keepTexts(files, unknown);
  readChunks(files, unknown, (chunk) => {
    const pathOf = (index: number): string => unknown[chunk.first + index] ?? '';
    for (const index of importersFromAbove(chunk, (one) => fileOf(pathOf(one)))) outside.add(pathOf(index));
    for (const index of tellingFiles(request, chunk)) telling.add(pathOf(index));
    texts.keep(chunk);
    request.onProgress?.(chunk.first + chunk.spans.length, unknown.length);
  });
  const unread = new Set(unknown.filter((path) => (files.whyUnread?.(path) ?? null) !== null));
  if (search !== undefined) {
    for (const path of unknown) {
      // Of a text that cannot be read nothing is known.
      if (unread.has(path)) continue;
      search.note(path, { isTelling: telling.has(path), isOutside: outside.has(path) });
    }
  }
  return {
    seeds: [
      ...[...telling].map(fileOf).filter((file) => !copies.isPart(root, file)),
      // Kept, so that the run says why they could not be read.
      ...[...unread].map(fileOf),
    ].sort(),
    importers: createImporters({
      texts,
      paths,
      nameOf: (path) => (telling.has(path) ? null : fileOf(path)),
      search,
    }),
    outside: [...outside].map(fileOf).sort(),
    listed: paths.length,
    searched: unknown.length,
  };
}

/** Searched roughly first: the exact pattern is for the few files where something was found. */
function tellingFiles({ catalog }: AnalyzeRequest, chunk: TextChunk): readonly number[] {
  const gate = createMarkers(catalog);
  const candidates = new Set(gate.rough.flatMap((pattern) => filesWith(chunk, pattern)));
  return [...candidates].filter((index) => gate.mayMatter(textAt(chunk, index)));
}
