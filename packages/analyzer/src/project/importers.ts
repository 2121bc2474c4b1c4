import type { FileSystem, SearchMemory, TextChunk } from '../model/analysis.js';
import { eachSpecifier, importNames } from './scan-imports.js';
import { readChunks } from './text-batches.js';

/** Who may import a file of a certain name. */
export interface Importers {
  /** Files that import something whose path ends in this name, without extension; by their text alone. */
  readonly get: (name: string) => readonly string[] | undefined;
}

/** Texts of more than that are read again rather than kept. */
const mostKept = 96 << 20;

/** The texts of a search, kept until somebody asks who imports what. In most runs nobody does. */
export interface KeptTexts {
  readonly keep: (chunk: TextChunk) => void;
  /** Those of the paths, which are kept only when they are exactly the ones searched. */
  readonly forEach: (paths: readonly string[], look: (chunk: TextChunk) => void) => void;
}

export function keepTexts(files: FileSystem, searched: readonly string[]): KeptTexts {
  let kept: TextChunk[] = [];
  let size = 0;
  return {
    keep: (chunk) => {
      size += chunk.text.length;
      if (size > mostKept) kept = [];
      else kept.push(chunk);
    },
    forEach: (paths, look) => {
      if (size > mostKept || paths.length !== searched.length) readChunks(files, paths, look);
      else kept.forEach(look);
      kept = [];
    },
  };
}

export interface ImportQuestion {
  readonly texts: KeptTexts;
  /** All files of the project, absolute; and how each is named, null for one that is looked at anyway. */
  readonly paths: readonly string[];
  readonly nameOf: (path: string) => string | null;
  readonly search: SearchMemory | undefined;
}

/** The index of importers, made when it is first asked. */
export function createImporters(question: ImportQuestion): Importers {
  const { search } = question;
  let index: Importers | null = null;
  return {
    get: (name) => {
      search?.noteName(name);
      index ??= search?.importers === undefined ? build(question) : kept(question, search.importers);
      return index.get(name);
    },
  };
}

/** A memory that lives on has the index of the last time; only what is new to it is looked at. */
function kept(question: ImportQuestion, importers: NonNullable<SearchMemory['importers']>): Importers {
  const { paths, nameOf, search } = question;
  const listed = new Set(paths);
  lookThrough(
    question,
    paths.filter((path) => search?.imports?.(path) == null),
    () => undefined,
  );
  return {
    get: (name) => [...importers(name)].flatMap((path) => (listed.has(path) ? (nameOf(path) ?? []) : [])),
  };
}

function build(question: ImportQuestion): Importers {
  const { paths, nameOf, search } = question;
  const importers = new Map<string, string[]>();
  // What a file imports is told in a row, so its name is made once.
  let last: { readonly path: string; readonly file: string | null } = { path: '', file: null };
  const add = (path: string, name: string): void => {
    if (path !== last.path) last = { path, file: nameOf(path) };
    const { file } = last;
    if (file === null) return;
    const known = importers.get(name);
    if (known === undefined) importers.set(name, [file]);
    else if (known.at(-1) !== file) known.push(file);
  };
  const unknown = paths.filter((path) => {
    const names = search?.imports?.(path) ?? null;
    for (const name of names ?? []) add(path, name);
    return names === null;
  });
  lookThrough(question, unknown, add);
  return importers;
}

/** Finds what files import whose imports are not remembered, and remembers it where there is a memory for it. */
function lookThrough(
  { texts, search }: ImportQuestion,
  unknown: readonly string[],
  add: (path: string, name: string) => void,
): void {
  if (unknown.length === 0) return;
  texts.forEach(unknown, (chunk) => {
    const noted: string[][] | null = search?.noteImports === undefined ? null : chunk.spans.map(() => []);
    let index = 0;
    eachSpecifier(chunk.text, (specifier, at) => {
      // In the order of the text, so the file is this one or a later one.
      while (at >= (chunk.spans[index + 1]?.[0] ?? Infinity)) index += 1;
      for (const name of importNames(chunk.decode(specifier))) {
        add(unknown[chunk.first + index] ?? '', name);
        noted?.[index]?.push(name);
      }
    });
    noted?.forEach((names, index) => search?.noteImports?.(unknown[chunk.first + index] ?? '', names));
  });
}
