import type { TextChunk } from '../model/analysis.js';
import { fileAt, textAt } from './text-batches.js';

const specifiers = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(?:'([^'\n]+)'|"([^"\n]+)")/g;

/** Tells what a text imports, as written, and where that stands. A light look, good enough to leave out most files. */
export function eachSpecifier(text: string, take: (specifier: string, at: number) => void): void {
  specifiers.lastIndex = 0;
  for (let match = specifiers.exec(text); match !== null; match = specifiers.exec(text)) {
    take(match[1] ?? match[2] ?? '', match.index);
  }
}

/**
 * Names of the files that a text imports, by the last part of each path, without extension. Who remains is resolved
 * properly.
 */
export function scanImports(text: string): string[] {
  const names: string[] = [];
  eachSpecifier(text, (specifier) => names.push(...importNames(specifier)));
  return names;
}

/** Behind a list in braces stands what it is taken from: `import { a, type B as C }`. */
const listed = /\b(?:import|export)\s+(?:type\s+)?\{([^{}]*)\}\s*$/;
const listedName = /^(?:type\s+)?([\w$]+)(?:\s+as\s+[\w$]+)?$/;

/**
 * Whether a text may take one of the wanted names from a file that goes by `source`. A light look again: what is not a
 * plain list of names may take anything.
 */
export function mayTake(text: string, source: string, isWanted: (name: string) => boolean): boolean {
  const places: number[] = [];
  eachSpecifier(text, (specifier, at) => {
    if (importNames(specifier).includes(source)) places.push(at);
  });
  return places.some((at) => {
    const list = listed.exec(text.slice(Math.max(0, at - longestList), at))?.[1];
    if (list === undefined) return true;
    return list
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .some((part) => isWanted(listedName.exec(part)?.[1] ?? '*'));
  });
}

const longestList = 2000;

const ending = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;

/** Names by which a path may stand for a file: its last part, and the folder's name for an index. */
export function importNames(path: string): string[] {
  const plain = path.slice(path.lastIndexOf('/') + 1);
  // The common case, without taking the path apart.
  if (plain !== '' && plain !== '.' && plain !== '..' && !plain.startsWith('index'))
    return [owned(plain.replace(ending, ''))];
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const last = parts.at(-1)?.replace(ending, '');
  if (last === undefined) return ['index'];
  return (last === 'index' ? ['index', ...parts.slice(-2, -1)] : [last]).map(owned);
}

/** A slice of a long text keeps the whole text alive; building a long name anew lets it go. Short ones are copied anyway. */
function owned(name: string): string {
  return name.length < 13 ? name : Buffer.from(name).toString();
}

const above = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]((?:\.\.\/)+)[^'"\n]/g;

/** Whether a file imports something from above the root, as `../../packages/lib` does from `src/a.ts`. */
export function importsFromAbove(file: string, text: string): boolean {
  const depth = depthOf(file);
  if (!text.includes('../'.repeat(depth + 1))) return false;
  return [...text.matchAll(above)].some((match) => (match[1] ?? '').length / 3 > depth);
}

/**
 * The same for all files of a chunk, by their place in it, in one go over it: chains of dots long enough for some file are
 * rare.
 */
export function importersFromAbove(chunk: TextChunk, fileOf: (index: number) => string): number[] {
  const depths = chunk.spans.map((_, index) => depthOf(fileOf(index)));
  const least = Math.min(...new Set(depths)) + 1;
  const found = new Set<number>();
  for (const { 0: chain, index: at } of chunk.text.matchAll(new RegExp(`(?:\\.\\./){${least},}`, 'g'))) {
    const index = fileAt(chunk, at);
    if (chain.length / 3 > (depths[index] ?? 0)) found.add(index);
  }
  return [...found].filter((index) => importsFromAbove(fileOf(index), textAt(chunk, index)));
}

function depthOf(file: string): number {
  let depth = 0;
  for (let at = file.indexOf('/'); at !== -1; at = file.indexOf('/', at + 1)) depth += 1;
  return depth;
}
