import type { FileSystem, TextChunk } from '../model/analysis.js';

/** As many characters as are put into one piece where the file system gives files one by one. */
const pieceLength = 1 << 22;

/** The texts of many files in few pieces, whatever the file system offers. */
export function readChunks(
  files: FileSystem,
  paths: readonly string[],
  take: (chunk: TextChunk) => void,
): void {
  if (files.readMany !== undefined) files.readMany(paths, take);
  else joinTexts(files, paths, take);
}

function joinTexts(files: FileSystem, paths: readonly string[], take: (chunk: TextChunk) => void): void {
  let texts: string[] = [];
  let spans: [number, number][] = [];
  let length = 0;
  let first = 0;
  const hand = (next: number): void => {
    take({ text: texts.join('\n'), first, spans, decode: (part) => part });
    [texts, spans, length, first] = [[], [], 0, next];
  };
  paths.forEach((path, index) => {
    const text = files.readFile(path) ?? '';
    texts.push(text);
    spans.push([length, length + text.length]);
    length += text.length + 1;
    if (length > pieceLength) hand(index + 1);
  });
  if (spans.length > 0) hand(paths.length);
}

/** The text of one file of a chunk, by its place in the chunk. */
export function textAt(chunk: TextChunk, index: number): string {
  return chunk.text.slice(...spanAt(chunk, index));
}

export function spanAt({ spans }: TextChunk, index: number): readonly [start: number, end: number] {
  return spans[index] ?? [0, 0];
}

/** The file that holds an offset, by its place in the chunk. */
export function fileAt({ spans }: TextChunk, offset: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle]?.[0] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  // Files without text begin where the next one does; what is found there belongs to the last of them.
  return low;
}

/** The files of a chunk in which a pattern with the flags `g` is found, by their place; each once. */
export function filesWith(chunk: TextChunk, pattern: RegExp): number[] {
  const found: number[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(chunk.text); match !== null; match = pattern.exec(chunk.text)) {
    const file = fileAt(chunk, match.index);
    found.push(file);
    // The rest of this file is of no interest.
    pattern.lastIndex = Math.max(spanAt(chunk, file)[1], match.index + 1);
  }
  return found;
}
