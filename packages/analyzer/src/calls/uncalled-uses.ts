import { perFile } from '../lookups/per-file.js';
import type { Program } from '../model/program.js';
import { isExportedEntry } from '../lookups/framework-entry-points.js';
import { isReferredTo } from '../lookups/is-referred-to.js';
import { outermostAt } from '../lookups/function-at.js';
import { offsetOf } from '../lookups/place-of.js';
import type { FileFacts, FunctionFact } from '../model/facts.js';
import type { Use } from '../model/needs.js';
import { addTo } from '../util/add-to.js';
import { once } from '../util/once.js';
import type { ImportersAtSight } from '../project/importers-of.js';
import type { Session } from '../project/session.js';
import { own } from '../util/own.js';

export interface UncalledInput {
  readonly program: Program;
  /** All facts of a file, where the others are those of calls alone. */
  readonly whole: Session['whole'];
  readonly uses: readonly Use[];
  /** Whether a project with these files is run as it is: what it exports is for itself. */
  readonly isApplication: (files: readonly string[]) => boolean;
  /** Files whose calls were settled: any of them may import it. */
  readonly files: readonly string[];
  /** Files beside those that import something of a file. */
  readonly importersOf: (file: string) => readonly string[];
  /** The same as far as it is seen without reading them. */
  readonly importersAtSight: (file: string) => ImportersAtSight;
}

/**
 * The uses, those in exported helpers that nothing calls marked with the helper's name. Said only of a function of an
 * application that stands by itself, in a file that others import by names: by none of them, and by nothing in its own
 * file, is it asked for.
 */
export function withUncalled(input: UncalledInput): readonly Use[] {
  const known = new Map<string, string | null>();
  const settledImporters = importersAmong(input);
  return input.uses.map((use) => {
    const facts = input.program.facts(use.place.file);
    const index = facts === null ? null : outermostAt(facts, offsetOf(facts.lineStarts, use.place.start));
    if (facts === null || index === null) return use;
    const key = `${facts.file}#${String(index)}`;
    if (!known.has(key)) known.set(key, uncalledName(input, settledImporters, facts, index));
    const uncalled = known.get(key) ?? null;
    return uncalled === null ? use : { ...use, uncalled };
  });
}

/** The name of an exported function that nothing asks for; null where something does, or may. */
function uncalledName(
  { program, whole, importersAtSight, importersOf, isApplication }: UncalledInput,
  settledImporters: (file: string) => readonly string[],
  facts: FileFacts,
  index: number,
): string | null {
  const fact = facts.functions[index];
  if (fact?.class !== null || fact.passedTo !== null || fact.name === null) return null;
  const { name } = fact;
  if (own(facts.exports, name) === undefined || isExportedEntry(facts.file, name)) return null;
  const settled = settledImporters(facts.file);
  const isTaken = (importer: string): boolean => mayTake(program, importer, facts.file, name);
  // What reads no file is asked first.
  if (settled.some(isTaken)) return null;
  const atSight = importersAtSight(facts.file);
  if (atSight.take(name) || (settled.length === 0 && !atSight.areThere)) return null;
  if (isAskedFor(whole(facts.file), fact, name)) return null;
  const others = importersOf(facts.file);
  const importers = [...settled, ...others];
  // A file that nobody imports may be run by itself.
  if (importers.length === 0 || !isApplication(importers)) return null;
  return others.some(isTaken) ? null : name;
}

/** Whether anything in its own file asks for a function: a test of an `if` may, so that takes all facts. */
function isAskedFor(facts: FileFacts | null, { span }: FunctionFact, name: string): boolean {
  const index = facts?.functions.findIndex((one) => one.span[0] === span[0] && one.span[1] === span[1]) ?? -1;
  return facts !== null && isReferredTo(facts, index, name);
}

/** By its name, or with the whole file; who hands it on may hand it to anybody. */
function mayTake(program: Program, importer: string, file: string, name: string): boolean {
  const facts = program.facts(importer);
  if (facts === null) return true;
  const isFile = (module: string): boolean => program.resolve(importer, module) === file;
  if (facts.reExports.some(({ module }) => isFile(module))) return true;
  return Object.entries(facts.importedNames).some(
    ([module, names]) => isFile(module) && names.some((one) => one === name || !isPlainName(one)),
  );
}

/** Of the settled files those that import one, in their order. Every use may ask, so the imports are gone through once. */
function importersAmong({ program, files }: UncalledInput): (file: string) => readonly string[] {
  const index = once(() => {
    const importers = new Map<string, string[]>();
    for (const importer of files)
      for (const file of importedBy(program, importer))
        if (file !== importer) addTo(importers, file, importer);
    return importers;
  });
  return (file) => index().get(file) ?? [];
}

const importedBy = perFile((program, importer): ReadonlySet<string> => {
  const modules = program.facts(importer)?.imports ?? [];
  return new Set(modules.flatMap((module) => program.resolve(importer, module) ?? []));
});

function isPlainName(name: string): boolean {
  return name !== 'default' && /^[\w$]+$/.test(name);
}
