import type { FactsCache } from '@leastscope/analyzer';
import { isTable, type Store } from './store.js';

/** About so many files to a part. */
const filesOfPart = 32;
/** Each part is a file to open. */
const partLimit = 64;

type Row = readonly [path: string, stamp: string, read: unknown];

/** Facts from one run to the next. They lie in parts, so that an edit has only the part of its file written again. */
export interface KeptFacts {
  readonly facts: FactsCache;
  /** Keeps these instead, and forgets all others. */
  readonly keep: (facts: FactsCache) => void;
}

export function readKeptFacts(store: Store, key: string): KeptFacts {
  const parts = countOf(store.read(`facts-${key}`));
  const rows = Array.from({ length: parts }, (_, part) => rowsOf(store.read(nameOf(key, part))));
  return {
    facts: new Map(rows.flat().map(([path, stamp, read]) => [path, { stamp, read: read as never }])),
    keep: (facts) => {
      // Never fewer than before: what lies in a part that is no longer asked for would lie there for good.
      const needed = Math.max(parts, Math.min(partLimit, Math.ceil(facts.size / filesOfPart)));
      for (const [part, own] of divide(facts, needed).entries()) {
        if (needed !== parts || !isSame(rows[part] ?? [], own)) store.write(nameOf(key, part), own);
      }
      if (needed !== parts) store.write(`facts-${key}`, { parts: needed });
    },
  };
}

function nameOf(key: string, part: number): string {
  return `facts-${key}-${String(part)}`;
}

function countOf(head: unknown): number {
  const parts = isTable(head) ? head['parts'] : 0;
  return typeof parts === 'number' && Number.isInteger(parts) ? Math.max(0, Math.min(partLimit, parts)) : 0;
}

/** Rows of path, hash of the text, facts. What is in them is the analyzer's business. */
function rowsOf(part: unknown): readonly Row[] {
  if (!Array.isArray(part)) return [];
  return (part as readonly unknown[]).filter(isRow);
}

function isRow(row: unknown): row is Row {
  if (!Array.isArray(row)) return false;
  const [path, stamp, read] = row as readonly unknown[];
  return typeof path === 'string' && typeof stamp === 'string' && isTable(read);
}

/** A file lies in the same part as long as there are as many. */
function divide(facts: FactsCache, parts: number): readonly (readonly Row[])[] {
  const divided = Array.from({ length: parts }, (): Row[] => []);
  for (const [path, { stamp, read }] of facts) divided[sumOf(path) % parts]?.push([path, stamp, read]);
  return divided;
}

function sumOf(path: string): number {
  let sum = 0;
  for (let at = 0; at < path.length; at += 1) sum = (sum * 31 + path.charCodeAt(at)) >>> 0;
  return sum;
}

/** Facts depend on the text alone: where path and hash are the same, they are. */
function isSame(before: readonly Row[], after: readonly Row[]): boolean {
  const stamps = new Map(before.map(([path, stamp]) => [path, stamp]));
  return stamps.size === after.length && after.every(([path, stamp]) => stamps.get(path) === stamp);
}
