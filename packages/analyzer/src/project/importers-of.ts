import type { Seeds } from './find-seeds.js';
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
