import { collectUses, type FileUses } from './collect-uses.js';
import { methodNames, type UncalledOfFile } from './uncalled-of-file.js';
import type { Catalog } from '@leastscope/scope-catalog';
import type { Needs } from '../model/needs.js';
import type { Seeds } from '../project/find-seeds.js';
import { once } from '../util/once.js';
import type { LinkedCode } from './program.js';
import { importersNearAndFar } from '../project/importers-near-and-far.js';
import { importersOf, wholeFiles } from '../project/importers-of.js';
import type { Session } from '../project/session.js';

export interface ResolvedSeeds extends Pick<Needs, 'uses' | 'open' | 'unreached'> {
  /** Every file that was settled: the seeds and those that import something of them that matters. */
  readonly files: readonly string[];
  /** Of these, the files that give something to their importers: paths, or helpers that need their caller. */
  readonly sources: readonly string[];
}

/**
 * Settles the calls of the seeds, then of the files that import something from them that matters (a path, a helper that
 * still needs its caller), until no more files are found.
 */
export function resolveSeeds(
  catalog: Catalog,
  session: Session,
  found: Seeds,
  code: LinkedCode,
): ResolvedSeeds {
  const resolved = settleAll(catalog, session, found, code);
  const strays = [...code.known.keys()].filter((file) => !code.settled.has(file));
  if (strays.length === 0) return resolved;
  // An earlier run came to them by ways that are gone: what they were seen to call is not called any more.
  code.forget(importersNearAndFar(session, strays));
  return settleAll(catalog, session, found, code);
}

function settleAll(
  catalog: Catalog,
  session: Session,
  found: Seeds,
  { resolver, settled, known, givenBy, uncalledOf }: LinkedCode,
): ResolvedSeeds {
  settled.clear();
  const sourceFiles = new Set<string>();
  let round: readonly string[] = found.seeds;
  while (round.length > 0) {
    for (const file of round) {
      const uses = known.get(file) ?? collectUses(catalog, session.modules, resolver, file);
      known.set(file, uses);
      settled.set(file, uses);
    }
    const sources = round.filter((file) => isSource(file));
    for (const file of sources) sourceFiles.add(file);
    round = importersOf(session, found, wholeFiles(sources)).filter((file) => !settled.has(file));
  }
  const results = [...settled.values()];
  const calledNames = once(() => new Set([...settled.keys()].flatMap((file) => namesOf(session, file))));
  return {
    ...withUncalled(
      results,
      [...settled.keys()].map((file) => uncalledOf(file, calledNames)),
    ),
    files: [...settled.keys()].sort(),
    sources: [...sourceFiles].sort(),
  };

  /** Whether importers of a file may name an endpoint with what it gives them. */
  function isSource(file: string): boolean {
    const given = givenBy(file);
    return given.isSource || [...given.modules].some((module) => isFromSource(file, module));
  }

  function isFromSource(file: string, module: string): boolean {
    const target = session.modules.resolve(file, module);
    return target.kind === 'file' && sourceFiles.has(target.file);
  }
}

function namesOf(session: Session, file: string): readonly string[] {
  const facts = session.modules.facts(file);
  return facts === null ? [] : methodNames(facts);
}

/** Calls on the platform's own client are open also where nobody was seen to call them. */
function withUncalled(
  results: readonly FileUses[],
  uncalled: readonly UncalledOfFile[],
): Pick<ResolvedSeeds, 'uses' | 'open' | 'unreached'> {
  return {
    uses: [...results, ...uncalled].flatMap((one) => one.uses),
    open: [...results, ...uncalled].flatMap((one) => one.open),
    unreached: uncalled.flatMap((one) => one.unreached),
  };
}
