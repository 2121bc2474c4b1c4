import { fileKind } from '../lookups/file-kind.js';
import type { AnalyzeRequest, FileSystem } from '../model/analysis.js';
import { boundaryOf } from './boundary.js';
import { createMarkers } from './markers.js';
import { isOutside, parentOf } from './paths.js';
import { packagesBeside } from './linked-packages.js';
import { sdkPackage } from './resolve-import.js';
import { eachSpecifier, importNames } from './scan-imports.js';
import type { Session } from './session.js';

/** Code beside the project that the project imports, near or far: packages of a monorepo that several apps share. */
export interface SharedCode {
  /** Files from outside of the root, relative to it (`../../packages/lib/src/a.ts`), sorted. */
  readonly files: readonly string[];
  /** Those of them that hold a tell-tale. */
  readonly telling: readonly string[];
  /** Those of them that import something by this name. */
  readonly importers: (name: string) => readonly string[];
  /** Files of the project that import from them directly. */
  readonly entrances: readonly string[];
  /** The project's own files that count, apart from tests that do not. */
  readonly own: readonly string[];
  /** Files that import from beside the project what could not be found. */
  readonly lost: readonly string[];
  /** Packages beside the project that are imported, and whose code could not be found. */
  readonly lostPackages: readonly string[];
}

/** What a project shares that stands alone. */
export const noSharedCode: SharedCode = {
  files: [],
  telling: [],
  importers: () => [],
  entrances: [],
  own: [],
  lost: [],
  lostPackages: [],
};

/** More files than that are no library that an app shares. */
const mostFiles = 20_000;

/**
 * Follows the imports that lead out of the project, by the texts alone. `outside`: files that are known to import from above
 * the root. Where the project has nothing beside it, no text is looked at.
 */
export function findSharedCode(
  request: AnalyzeRequest,
  session: Session,
  outside: readonly string[],
): SharedCode {
  const { root, files, includeTests } = request;
  if (outside.length === 0 && !mayShare(files, root)) return noSharedCode;
  const own = files
    .listFiles(root)
    .map((path) => path.slice(root.length + 1))
    .filter((file) => includeTests || fileKind(file) !== 'test');
  const search = new Search(request, session);
  for (const file of own) search.look(file);
  return { ...search.found(), own };
}

/** Whether an import may lead out of the project at all: to a package beside it, or by an alias. */
function mayShare(files: FileSystem, root: string): boolean {
  if (packagesBeside(files, root).size > 0) return true;
  const boundary = boundaryOf(files, root);
  if (boundary === null || boundary === root) return false;
  return configsUpTo(files, root, boundary).some((text) => /"(?:paths|baseUrl|extends)"/.test(text));
}

function configsUpTo(files: FileSystem, root: string, boundary: string): readonly string[] {
  const names = ['tsconfig.json', 'jsconfig.json', 'deno.json'];
  const texts = names.flatMap((name) => files.readFile(`${root}/${name}`) ?? []);
  return root === boundary || root === ''
    ? texts
    : [...texts, ...configsUpTo(files, parentOf(root), boundary)];
}

/** Grows by the imports of what it finds. */
class Search {
  private readonly reached = new Set<string>();
  private readonly telling = new Set<string>();
  private readonly entrances = new Set<string>();
  private readonly lost = new Set<string>();
  private readonly lostPackages = new Set<string>();
  private readonly byName = new Map<string, string[]>();
  private readonly mayMatter: (text: string) => boolean;

  constructor(
    { catalog }: AnalyzeRequest,
    private readonly session: Session,
  ) {
    this.mayMatter = createMarkers(catalog).mayMatter;
  }

  /** What a file imports, and if that is from outside, what this imports in turn. */
  look(file: string): void {
    const waiting = [file];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const text = this.session.text(next);
      if (text === null) continue;
      if (isOutside(next) && this.mayMatter(text)) this.telling.add(next);
      waiting.push(...this.importsOf(next, text));
    }
  }

  found(): Omit<SharedCode, 'own'> {
    const sorted = (names: ReadonlySet<string>): readonly string[] => [...names].sort();
    return {
      files: sorted(this.reached),
      telling: sorted(this.telling),
      importers: (name) => this.byName.get(name) ?? [],
      entrances: sorted(this.entrances),
      lost: sorted(this.lost),
      lostPackages: sorted(this.lostPackages),
    };
  }

  private importsOf(file: string, text: string): readonly string[] {
    const fresh: string[] = [];
    const specifiers = new Set<string>();
    eachSpecifier(text, (specifier) => specifiers.add(specifier));
    for (const specifier of specifiers) {
      if (isOutside(file)) this.note(file, specifier);
      if (!isOutside(file) && staysInside(file, specifier)) continue;
      const target = this.session.modules.resolve(file, specifier);
      if (target.kind === 'external') {
        if (target.package !== sdkPackage) this.noteLost(file, specifier);
      } else if (isOutside(target.file)) {
        if (!isOutside(file)) this.entrances.add(file);
        if (this.reached.has(target.file) || this.reached.size >= mostFiles) continue;
        this.reached.add(target.file);
        fresh.push(target.file);
      }
    }
    return fresh;
  }

  private note(file: string, specifier: string): void {
    for (const name of importNames(specifier)) {
      const files = this.byName.get(name) ?? [];
      this.byName.set(name, files);
      if (files.at(-1) !== file) files.push(file);
    }
  }

  private noteLost(file: string, specifier: string): void {
    const name = this.session.packageBeside(file, specifier);
    if (name !== null) this.lostPackages.add(name);
    // A style sheet, say, is no code.
    else if (
      !isOutside(file) &&
      specifier.startsWith('..') &&
      !/\.(?!(?:[cm]?[jt]sx?|vue|svelte|astro)$)\w{2,5}$/.test(specifier)
    )
      this.lost.add(file);
  }
}

/** A relative path that does not climb above the root. */
function staysInside(file: string, specifier: string): boolean {
  if (!specifier.startsWith('.')) return false;
  const climbs = specifier.split('/').filter((step) => step === '..').length;
  return climbs < file.split('/').length;
}
