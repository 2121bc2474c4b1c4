import type { FileSystem, SearchMemory, TextChunk } from './model/analysis.js';
import { importNames, scanSpecifiers } from './scan-imports.js';
import { readChunks, fileAt } from './text-chunks.js';

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
  const { search, nameOf } = question;
  let index: Importers | null = null;
  return {
    get: (name) => {
      search?.noteName(name);
      index ??= search?.importers === undefined ? build(question) : kept(question, search.importers);
      return index.get(name);
    },
  };

  /** A memory that lives on has the index of the last time; only what is new to it is looked at. */
  function kept({ paths }: ImportQuestion, importers: NonNullable<SearchMemory['importers']>): Importers {
    const listed = new Set(paths);
    lookAtUnknown(question, () => undefined);
    return {
      get: (name) => [...importers(name)].flatMap((path) => (listed.has(path) ? (nameOf(path) ?? []) : [])),
    };
  }
}

function build(question: ImportQuestion): Importers {
  const importers = new Map<string, string[]>();
  const add = (path: string, name: string): void => {
    const file = question.nameOf(path);
    if (file === null) return;
    const known = importers.get(name);
    if (known === undefined) importers.set(name, [file]);
    else if (known.at(-1) !== file) known.push(file);
  };
  for (const path of question.paths)
    for (const name of question.search?.imports?.(path) ?? []) add(path, name);
  lookAtUnknown(question, add);
  return importers;
}

/** Looks through the files whose imports are not remembered. */
function lookAtUnknown(
  { texts, paths, search }: ImportQuestion,
  add: (path: string, name: string) => void,
): void {
  const unknown =
    search?.imports === undefined ? paths : paths.filter((path) => search.imports?.(path) === null);
  if (unknown.length === 0) return;
  texts.forEach(unknown, (chunk) => {
    const noted: string[][] | null = search?.noteImports === undefined ? null : chunk.spans.map(() => []);
    for (const { specifier, at } of scanSpecifiers(chunk.text)) {
      const index = fileAt(chunk, at);
      const names = importNames(chunk.decode(specifier));
      for (const name of names) add(unknown[chunk.first + index] ?? '', name);
      noted?.[index]?.push(...names);
    }
    noted?.forEach((names, index) => search?.noteImports?.(unknown[chunk.first + index] ?? '', names));
  });
}
