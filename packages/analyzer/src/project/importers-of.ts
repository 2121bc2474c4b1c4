import type { Seeds } from './find-seeds.js';
import { importsAtHead } from './imports-at-head.js';
import { importNames, mayTake } from './scan-imports.js';
import type { Session } from './session.js';
import { everyName, takesValue, type GivenNames } from '../lookups/takes-value.js';

/** Files that take something of these, found by the look over the texts and among the files that were read. */
export function importersOf(
  session: Session,
  found: Seeds,
  sources: ReadonlyMap<string, GivenNames>,
  mayMatter: (text: string) => boolean = () => true,
): string[] {
  const importers = new Set<string>();
  for (const [source, given] of sources) {
    for (const name of importNames(source)) {
      for (const file of found.importers.get(name) ?? []) {
        if (importers.has(file) || !mayTakeFrom(session, { file, name }, source, given)) continue;
        if (!mayMatter(session.text(file) ?? '')) continue;
        if (takesFrom(session, file, source, given)) importers.add(file);
      }
    }
  }
  return [...importers].sort();
}

/** What is seen of the importers of a file without reading any. */
export interface ImportersAtSight {
  /** Whether any file names it. What none names, none imports. */
  readonly areThere: boolean;
  /** Whether one of them takes this name, or all there is, as its first lines say. Else they may all the same. */
  readonly take: (name: string) => boolean;
}

export function importersAtSight(session: Session, found: Seeds, file: string): ImportersAtSight {
  const importers = new Set(importNames(file).flatMap((name) => found.importers.get(name) ?? []));
  const takes = (importer: string, name: string): boolean =>
    importsAtSight(session, importer).some(([module, names]) => {
      if (!names.some((one) => one === name || one === '*' || one === 'default')) return false;
      const target = session.modules.resolve(importer, module);
      return target.kind === 'file' && target.file === file;
    });
  return {
    areThere: importers.size > 0,
    take: (name) => [...importers].some((importer) => importer !== file && takes(importer, name)),
  };
}

/** What a file takes from which modules: all of it where it was read, else what its first lines say. */
function importsAtSight(
  session: Session,
  file: string,
): readonly (readonly [module: string, names: readonly string[]])[] {
  const facts = session.known(file);
  return facts === null ? importsAtHead(session.text(file) ?? '') : Object.entries(facts.importedNames);
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
