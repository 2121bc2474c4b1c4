import { createLink } from './link/link.js';
import type { Matcher } from './link/judge-reach.js';
import { givesRequest } from './link/gives-request.js';
import { methodNames, usesOfFile, unreachedOfFile, type FileUses } from './link/to-uses.js';
import { looseCalls, matchCall, unknownCall } from './match/match-call.js';
import { exportsTellTale } from './match/exports-tell-tale.js';
import type { AnalyzeRequest } from './model/analysis.js';
import type { LinkedCode } from './model/linked-code.js';
import type { OpenCall, Use } from './model/needs.js';
import { everyName, takesValue, type GivenNames } from './model/takes-value.js';
import type { Seeds } from './find-seeds.js';
import { createGate } from './gate.js';
import { createLinkedCode } from './linked-code.js';
import { importNames, mayTake } from './scan-imports.js';
import type { Session } from './session.js';

export interface LinkedSeeds {
  readonly uses: readonly Use[];
  readonly open: readonly OpenCall[];
  readonly unreached: readonly OpenCall[];
  /** Every file that was settled: the seeds and those that import something of them that matters. */
  readonly files: readonly string[];
  /** What the flow of responses is followed by. */
  readonly code: LinkedCode;
  /** Of these, the files that give something to their importers: paths, or helpers that need their caller. */
  readonly sources: readonly string[];
}

/**
 * Settles the calls of the seeds, then of the files that import something from them that matters (a path, a helper that
 * still needs its caller), until no more files are found.
 */
export function linkSeeds(request: AnalyzeRequest, session: Session, found: Seeds): LinkedSeeds {
  const { catalog } = request;
  const matcher: Matcher = {
    match: (shape) => matchCall(catalog, shape),
    loose: (shape) => looseCalls(catalog, shape),
    unknown: unknownCall,
  };
  const settler = createLink(catalog, session.modules, matcher);
  const isTellTale = createGate(catalog).mayConcern;
  const settled = new Map<string, FileUses>();
  const sourceFiles = new Set<string>();
  let round: readonly string[] = found.seeds;
  while (round.length > 0) {
    for (const file of round) settled.set(file, usesOfFile(catalog, session.modules, settler, file));
    const sources = round.filter((file) => isSource(file));
    for (const file of sources) sourceFiles.add(file);
    round = importersOf(session, found, wholeFiles(sources)).filter((file) => !settled.has(file));
  }
  const results = [...settled.values()];
  const calledNames = new Set([...settled.keys()].flatMap((file) => namesOf(session, file)));
  return {
    uses: results.flatMap((one) => one.uses),
    open: results.flatMap((one) => one.open),
    unreached: [...settled.keys()].flatMap((file) =>
      unreachedOfFile(session.modules, settler, file, calledNames),
    ),
    files: [...settled.keys()].sort(),
    code: createLinkedCode({ catalog, session, link: settler, settled }),
    sources: [...sourceFiles].sort(),
  };

  /** Whether importers of a file may name an endpoint with what it gives them. */
  function isSource(file: string): boolean {
    const facts = session.modules.facts(file);
    if (facts === null) return false;
    const hasOpenHelper = facts.functions.some((_, index) => isOpenHelper(file, index));
    return (
      facts.signs.signing ||
      facts.signs.tokenHeader ||
      hasOpenHelper ||
      facts.reExports.length > 0 ||
      exportsTellTale(facts, {
        isTellTale,
        isFromSource: (module) => isFromSource(file, module),
        isHelper: (index) => settler.openSites(file, index).length > 0,
      })
    );
  }

  /** Not so one that only calls its callback. */
  function isOpenHelper(file: string, index: number): boolean {
    const outcomes = settler.openSites(file, index).flatMap(settler.outcomes);
    return outcomes.some(
      (one) =>
        one.kind === 'caller' && one.function === index && givesRequest({ catalog, isTellTale }, one.reach),
    );
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

/** Files that take something of these, found by the look over the texts and among the files that were read. */
export function importersOf(
  session: Session,
  found: Seeds,
  sources: ReadonlyMap<string, GivenNames>,
): string[] {
  const importers = new Set<string>();
  for (const [source, given] of sources) {
    for (const name of importNames(source)) {
      for (const file of found.importers.get(name) ?? []) {
        if (importers.has(file) || !mayTakeFrom(session, { file, name }, source, given)) continue;
        if (takesFrom(session, file, source, given)) importers.add(file);
      }
    }
  }
  return [...importers].sort();
}

/** Sources that may give something by whatever they export. */
export function wholeFiles(files: readonly string[]): ReadonlyMap<string, GivenNames> {
  return new Map(files.map((file) => [file, everyName]));
}

/** By the text of a file that was not read yet: most importers take only types, and are not worth reading. */
function mayTakeFrom(
  session: Session,
  { file, name }: { readonly file: string; readonly name: string },
  source: string,
  given: GivenNames,
): boolean {
  const from = session.modules.facts(source);
  if (from === null) return false;
  if (session.known(file) !== null) return true;
  const text = session.text(file);
  return text === null || mayTake(text, name, (one) => takesValue(from, one, given));
}

/** Whether a file gets a value from another: importing its types alone brings nothing that matters. */
function takesFrom(session: Session, file: string, source: string, given: GivenNames): boolean {
  const facts = session.modules.facts(file);
  const from = session.modules.facts(source);
  if (facts === null || from === null) return false;
  return Object.entries(facts.importedNames).some(([specifier, names]) => {
    const target = session.modules.resolve(file, specifier);
    return (
      target.kind === 'file' && target.file === source && names.some((name) => takesValue(from, name, given))
    );
  });
}
