import { findSeeds } from './find-seeds.js';
import { findFlows } from './flow/find-flows.js';
import { importersOf, linkSeeds } from './link-seeds.js';
import type { AnalyzeRequest } from './model/analysis.js';
import { importNames, scanImports } from './scan-imports.js';
import { createSession } from './session.js';

/** Says of a file's text whether it imports something by which it may name an endpoint. */
export interface SourceNames {
  readonly mayImportSource: (text: string) => boolean;
}

/**
 * Looks over a whole project once, so that a host which judges one file at a time knows which files matter although
 * they hold no tell-tale: those that import paths, helpers or responses from files that do.
 */
export function findSourceNames(request: AnalyzeRequest): SourceNames {
  const found = findSeeds({ ...request, seeds: null });
  const session = createSession({
    root: request.root,
    files: request.files,
    cache: request.cache,
    declaredModules: [],
  });
  const linked = linkSeeds({ ...request, seeds: null }, session, found);
  const flows = findFlows({
    code: linked.code,
    catalog: request.catalog,
    files: linked.files,
    importersOf: (files) => importersOf(session, found, files),
  });
  const names = new Set([...linked.sources, ...flows.sources].flatMap(importNames));
  return { mayImportSource: (text) => names.size > 0 && scanImports(text).some((name) => names.has(name)) };
}
