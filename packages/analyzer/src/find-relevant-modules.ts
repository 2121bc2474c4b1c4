import { findSeeds, type Seeds } from './project/find-seeds.js';
import { createTracker } from './dataflow/tracking/create-tracker.js';
import { findGivingFiles } from './dataflow/find-flows.js';
import { linkCode } from './calls/program.js';
import { resolveSeeds } from './calls/resolve-seeds.js';
import { speaksOfSecret } from './lookups/secret-names.js';
import { importersOf } from './project/importers-of.js';
import type { AnalyzeRequest } from './model/analysis.js';
import { importNames, scanImports } from './project/scan-imports.js';
import { findSharedCode } from './project/shared-code.js';
import { withShared } from './project/with-shared.js';
import { createSession } from './project/session.js';

/**
 * Says of a file's text whether it imports something by which it may name an endpoint. Of a file that does not, nothing is
 * found when it is judged all the same.
 */
export interface RelevantModules {
  readonly mayImportSource: (text: string) => boolean;
}

/**
 * Looks over a whole project once, so that a host which judges one file at a time knows which files matter although
 * they hold no tell-tale: those that import paths, helpers or responses from files that do. Texts are searched at once; files are
 * read, and the compiler is loaded, when first a text imports something that leads to a tell-tale at all.
 */
export function findRelevantModules(request: AnalyzeRequest): RelevantModules {
  const whole = { ...request, seeds: null };
  const own = findSeeds(whole);
  const shared = findSharedCode(whole, createSession(request), own.outside);
  const found = withShared(own, shared);
  const possible = leadingTo(found);
  // Where most files matter, judging the few others costs less than working out first which of them do.
  const isDense = found.seeds.length >= possible.files;
  let exact = (): ReadonlySet<string> => {
    const names = namesOfSources(request, found);
    // What was found is let go with the first answer.
    exact = () => names;
    return names;
  };
  return {
    mayImportSource: (text) => {
      const imported = scanImports(text);
      // A secret comes from files that the tell-tales import, as often as from files that import them.
      const isPossible =
        imported.some((name) => possible.names.has(name)) || (found.seeds.length > 0 && speaksOfSecret(text));
      return isPossible && (isDense || imported.some((name) => exact().has(name)));
    },
  };
}

/**
 * Files from which a seed is reached by imports, near or far: more than matter, but by the texts alone. `names` of these and of
 * the seeds, `files` without the seeds.
 */
function leadingTo({ seeds, importers }: Seeds): {
  readonly names: ReadonlySet<string>;
  readonly files: number;
} {
  const names = new Set(seeds.flatMap(importNames));
  const files = new Set<string>();
  // A set that grows while it is walked is walked to its end.
  for (const name of names) {
    for (const file of importers.get(name) ?? []) {
      files.add(file);
      for (const one of importNames(file)) names.add(one);
    }
  }
  return { names, files: files.size };
}

function namesOfSources(request: AnalyzeRequest, found: Seeds): ReadonlySet<string> {
  const session = createSession(request);
  const code = linkCode(request.catalog, session);
  const linked = resolveSeeds(request.catalog, session, found, code);
  const giving = findGivingFiles({
    tracker: createTracker(code.program),
    files: linked.files,
    seeds: null,
    importersOf: (given) => importersOf(session, found, given),
    importersOfSecrets: (given) => importersOf(session, found, given, speaksOfSecret),
  });
  return new Set([...linked.sources, ...giving].flatMap(importNames));
}
