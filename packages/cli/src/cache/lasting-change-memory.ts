import type { FactsCache } from '@leastscope/analyzer';
import { createWorkspaceMemory, type LearntText } from '@leastscope/analyzer/disk';
import type { ChangeMemory } from '../change/change-memory.js';
import { readKeptFacts } from './kept-facts.js';
import { isTable, type Store } from './store.js';

/** From one process to the next, for states whose texts have stamps that stay: git names a text by what is in it. */
export function createLastingChangeMemory(store: Store, key: string): ChangeMemory {
  const kept = readKeptFacts(store, key);
  const name = `texts-${key}`;
  const memory = createWorkspaceMemory({
    facts: kept.facts,
    texts: textsIn(store.read(name)),
    runs: new Map(),
  });
  return {
    memory,
    keepTexts: (states) => {
      const isOfThese = (path: string, stamp: string): boolean =>
        states.some((state) => state.stamp?.(path) === stamp);
      const facts: FactsCache = new Map(
        [...memory.facts].filter(([path, { stamp }]) => isOfThese(path, stamp)),
      );
      kept.keep(facts);
      store.write(name, memory.texts(isOfThese));
    },
  };
}

function textsIn(data: unknown): readonly LearntText[] {
  return Array.isArray(data) ? (data as readonly unknown[]).filter(isLearnt) : [];
}

function isLearnt(row: unknown): row is LearntText {
  if (!isTable(row)) return false;
  const { path, stamp, isTelling, isOutside, imports } = row;
  return (
    typeof path === 'string' &&
    typeof stamp === 'string' &&
    typeof isTelling === 'boolean' &&
    typeof isOutside === 'boolean' &&
    (imports === null || (Array.isArray(imports) && imports.every((one) => typeof one === 'string')))
  );
}
