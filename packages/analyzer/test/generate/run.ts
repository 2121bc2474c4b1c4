import { loadCatalog } from '@leastscope/scope-catalog';
import { analyze, type Analysis, type AnalyzeRequest, type FileSystem, type Needs } from '../../src/index.js';
import { createMemoryFiles, memoryRoot } from './memory-files.js';

export type Sources = Readonly<Record<string, string>>;

/** An analysis without a declaration, of files in memory. */
export function analyzeSources(sources: Sources, more: Partial<AnalyzeRequest> = {}): Analysis {
  return analyzeFiles(memoryRoot, createMemoryFiles(sources), more);
}

export function analyzeFiles(root: string, files: FileSystem, more: Partial<AnalyzeRequest> = {}): Analysis {
  return analyze({ ...requestFor(root, files), ...more });
}

/** What is asked of files without a declaration. */
export function requestFor(root: string, files: FileSystem): AnalyzeRequest {
  return {
    root,
    files,
    catalog: loadCatalog(),
    declaration: null,
    mistakes: [],
    includeTests: false,
    asOf: '2026-01-01',
    severities: {},
    seeds: null,
  };
}

/** What the code uses: method and path, ids as `{}`, each once, sorted; what is not certain says so. */
export function usedBy(needs: Needs): string[] {
  const names = needs.uses.map(({ method, path, endpoint, state }) => {
    const doubt = state === 'needed' ? '' : '~';
    return `${doubt}${withoutIds(endpoint ?? `unknown ${method} ${path}`)}`;
  });
  return [...new Set(names)].sort();
}

/** Calls that stay open, as `file:line why`. */
export function openIn(needs: Needs): string[] {
  return needs.open.map(({ place, reason }) => `${place.file}:${place.start.line} ${reason}`);
}

export function withoutIds(name: string): string {
  return name.replace(/\{[^}]*\}/g, '{}');
}

/** All files one below the other, as a person would want to read a counterexample. */
export function printSources(sources: Sources): string {
  return Object.entries(sources)
    .map(([file, text]) => `--- ${file}\n${text.trimEnd()}\n`)
    .join('');
}
