import { parseDocument } from 'yaml';
import type { FileSystem } from '../model/analysis.js';
import { folderAbove } from './boundary.js';
import { exportTargets, importTargets } from './export-maps.js';
import { packagesBeside } from './linked-packages.js';
import { absolutePath, joinPath, parentOf, relativePath } from './paths.js';
import { findProjectFile } from './project-file.js';

/** Packages of a monorepo, found by their package.json, installed or not. */
export interface Workspaces {
  /** The file that a bare specifier means, in a file of a folder, when it names a package of this project or of one beside it. */
  readonly packageEntry: (folder: string, specifier: string) => string | null;
  /** The package beside this project that a specifier names in a file of a folder, whether or not its code is there. */
  readonly packageBeside: (folder: string, specifier: string) => string | null;
  /** The file that `#name` means by the nearest package's `imports`. */
  readonly ownImport: (folder: string, specifier: string) => string | null;
}

interface Manifest {
  readonly folder: string;
  readonly content: Readonly<Record<string, unknown>>;
}

export function createWorkspaces(files: FileSystem, root: string): Workspaces {
  let packages: Map<string, Manifest> | null = null;
  const manifests = new Map<string, Manifest | null>();
  const links = new Map<string, ReadonlyMap<string, string | null>>();
  const manifest = (folder: string): Manifest | null => {
    const known = manifests.get(folder);
    if (known !== undefined) return known;
    const read = readManifest(files, root, folder);
    manifests.set(folder, read);
    return read;
  };
  const ownManifest = (folder: string): Manifest | null => {
    for (let at: string | null = folder; at !== null; at = folderAbove(files, root, at)) {
      const own = manifest(at);
      if (own !== null) return own;
    }
    return null;
  };
  const linksOf = (folder: string): ReadonlyMap<string, string | null> => {
    const own = ownManifest(folder)?.folder ?? '';
    const known = links.get(own) ?? packagesBeside(files, absolutePath(root, own));
    links.set(own, known);
    return known;
  };
  const packageNamed = (folder: string, name: string): Manifest | null => {
    packages ??= findPackages(files, root, manifest);
    const own = packages.get(name);
    if (own !== undefined) return own;
    const linked = linksOf(folder).get(name) ?? null;
    return linked === null ? null : manifest(relativePath(root, linked));
  };
  return {
    packageEntry: (folder, specifier) => {
      const name = packageName(specifier);
      const found = packageNamed(folder, name);
      return found === null ? null : entryOf(files, root, found, `.${specifier.slice(name.length)}`);
    },
    packageBeside: (folder, specifier) => {
      const name = packageName(specifier);
      return linksOf(folder).has(name) ? name : null;
    },
    ownImport: (folder, specifier) => {
      const own = ownManifest(folder);
      return own === null ? null : firstFile(files, root, own.folder, importTargets(own.content, specifier));
    },
  };
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function readManifest(files: FileSystem, root: string, folder: string): Manifest | null {
  const text = files.readFile(absolutePath(root, joinPath(folder, 'package.json')));
  if (text === null) return null;
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== 'object' || content === null) return null;
    return { folder, content: content as Manifest['content'] };
  } catch {
    return null;
  }
}

/** Only where the root says that it is a workspace are its folders looked through. */
function findPackages(
  files: FileSystem,
  root: string,
  manifest: (folder: string) => Manifest | null,
): Map<string, Manifest> {
  const found = new Map<string, Manifest>();
  if (!isWorkspace(files, root, manifest(''))) return found;
  const folders = new Set<string>();
  for (const file of files.listFiles(root)) {
    for (let at = parentOf(file.slice(root.length + 1)); at !== '' && !folders.has(at); at = parentOf(at))
      folders.add(at);
  }
  for (const folder of [...folders].sort()) {
    const one = manifest(folder);
    const name = one?.content['name'];
    if (one !== null && typeof name === 'string' && !found.has(name)) found.set(name, one);
  }
  return found;
}

function isWorkspace(files: FileSystem, root: string, top: Manifest | null): boolean {
  if (top?.content['workspaces'] !== undefined || files.fileExists(`${root}/lerna.json`)) return true;
  const text = files.readFile(`${root}/pnpm-workspace.yaml`);
  if (text === null) return false;
  return parseDocument(text, { logLevel: 'silent' }).errors.length === 0;
}

function entryOf(files: FileSystem, root: string, of: Manifest, subpath: string): string | null {
  const { content, folder } = of;
  const named = exportTargets(content, subpath);
  const main =
    subpath === '.' ? [content['source'], content['module'], content['main'], content['types']] : [];
  const plain =
    subpath === '.'
      ? ['src/index', 'index', 'lib/index', 'src/main']
      : [subpath.slice(2), `src/${subpath.slice(2)}`];
  return firstFile(files, root, folder, [...named, ...main, ...plain]);
}

function firstFile(
  files: FileSystem,
  root: string,
  folder: string,
  targets: readonly unknown[],
): string | null {
  for (const target of targets) {
    const found = targetFile(files, root, folder, target);
    if (found !== null) return found;
  }
  return null;
}

/** The source of what a manifest names: built files are looked for where they were built from. */
function targetFile(files: FileSystem, root: string, folder: string, target: unknown): string | null {
  if (typeof target !== 'string') return null;
  const path = joinPath(folder, target);
  const source = path
    .replace(/(^|\/)(?:dist|build|lib|out)\/(?:esm\/|cjs\/)?/, '$1src/')
    .replace(/\.d\.([mc]?ts)$/, '.$1');
  return findProjectFile(files, root, source) ?? findProjectFile(files, root, path);
}
