import type { FileSystem, TextChunk } from './model/analysis.js';
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
  readonly forEach: (look: (chunk: TextChunk) => void) => void;
}

export function keepTexts(files: FileSystem, paths: readonly string[], isAll: boolean): KeptTexts {
  let kept: TextChunk[] = [];
  let size = 0;
  return {
    keep: (chunk) => {
      size += chunk.text.length;
      if (size > mostKept || !isAll) kept = [];
      else kept.push(chunk);
    },
    forEach: (look) => {
      if (size > mostKept || !isAll) readChunks(files, paths, look);
      else kept.forEach(look);
      kept = [];
    },
  };
}

/** The index of importers, made when it is first asked; `nameOf` is null for a file that is looked at anyway. */
export function createImporters(texts: KeptTexts, nameOf: (index: number) => string | null): Importers {
  let index: ReadonlyMap<string, readonly string[]> | null = null;
  return { get: (name) => (index ??= build(texts, nameOf)).get(name) };
}

function build(
  texts: KeptTexts,
  nameOf: (index: number) => string | null,
): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  texts.forEach((chunk) => {
    for (const { specifier, at } of scanSpecifiers(chunk.text)) {
      const file = nameOf(chunk.first + fileAt(chunk, at));
      if (file === null) continue;
      for (const name of importNames(chunk.decode(specifier))) add(importers, name, file);
    }
  });
  return importers;
}

function add(importers: Map<string, string[]>, name: string, file: string): void {
  const known = importers.get(name);
  if (known === undefined) importers.set(name, [file]);
  else if (known.at(-1) !== file) known.push(file);
}
