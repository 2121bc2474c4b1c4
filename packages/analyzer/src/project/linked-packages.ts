import { joinPath } from './paths.js';
import { workspaceMembers } from './workspace-members.js';
import type { FileSystem } from '../model/analysis.js';

/** A dependency whose code lies in a folder outside of the project. */
export interface LinkedPackage {
  readonly name: string;
  /** Absolute; null where the package manager alone knows it. */
  readonly folder: string | null;
  /** Why it is none of the registry. */
  readonly says: string;
}

/**
 * Packages that a package.json takes from folders outside of its own: linked ones (`workspace:*`, `link:../lib`,
 * `file:../lib`), and members of the same workspace, whatever range they are asked for by. A range of the registry (`*`,
 * `latest`), an alias of it, a tarball or a repository is none. Sorted by name.
 */
export function linkedPackages(files: FileSystem, root: string): readonly LinkedPackage[] {
  const wanted = dependenciesOf(files.readFile(`${root}/package.json`));
  if (wanted.length === 0) return [];
  const members = workspaceMembers(files, root);
  return wanted.flatMap(([name, version]) => {
    const link = linkOf(name, version, root, files, members) ?? membershipOf(name, version, root, members);
    return link === null ? [] : [{ name, ...link }];
  });
}

/**
 * Packages beside the one in a folder that its code may import, to their folders: what it links to, and the other members of
 * its workspace. A member may be imported without being asked for, since hoisting puts it within reach.
 */
export function packagesBeside(files: FileSystem, root: string): ReadonlyMap<string, string | null> {
  const wanted = new Set(dependenciesOf(files.readFile(`${root}/package.json`)).map(([name]) => name));
  const members = [...workspaceMembers(files, root)];
  // What is asked for from the registry is what the registry has, though a member goes by the same name.
  const hoisted = members.filter(([name, folder]) => !wanted.has(name) && !isInside(folder, root));
  const linked = linkedPackages(files, root).map(({ name, folder }) => [name, folder] as const);
  return new Map<string, string | null>([...hoisted, ...linked]);
}

type Dependency = readonly [name: string, version: string];

type Link = Omit<LinkedPackage, 'name'>;

function linkOf(
  name: string,
  version: string,
  root: string,
  files: FileSystem,
  members: ReadonlyMap<string, string>,
): Link | null {
  if (version.startsWith('workspace:'))
    return { folder: members.get(aliasedName(version) ?? name) ?? null, says: 'a package of this workspace' };
  const path = /^(?:link|portal|file):(.*)$/.exec(version)?.[1];
  if (path === undefined) return null;
  const folder = path.startsWith('/') ? path : placedIn(root, path);
  // What is packed is as published, and comes from nobody's folder. What lies inside is read with the rest.
  if (files.fileExists(folder) || /\.(?:tgz|tar|tar\.gz)$/i.test(path) || isInside(folder, root)) return null;
  return { folder, says: `linked to \`${path}\`` };
}

/** `workspace:@m/lib@*` means another package than the name says. */
function aliasedName(version: string): string | null {
  return /^workspace:(@?[^@]+)@/.exec(version)?.[1] ?? null;
}

/** Absolute: with a slash in front, or with a drive. */
function placedIn(root: string, path: string): string {
  return (root.startsWith('/') ? '/' : '') + joinPath(root, path);
}

/** What says outright that the member is not meant: another name, a tarball, a repository. */
const elsewhere = /^(?:npm|jsr|https?|git[\w+]*|bitbucket|file|link|portal):|\//;

function membershipOf(
  name: string,
  version: string,
  root: string,
  members: ReadonlyMap<string, string>,
): Link | null {
  const folder = members.get(name);
  if (folder === undefined || isInside(folder, root) || elsewhere.test(version)) return null;
  return { folder, says: 'a package of this workspace' };
}

function isInside(folder: string, root: string): boolean {
  return folder === root || folder.startsWith(`${root}/`);
}

function dependenciesOf(text: string | null): readonly Dependency[] {
  const { dependencies, devDependencies } = tableOf(parse(text));
  return Object.entries({ ...tableOf(devDependencies), ...tableOf(dependencies) })
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function tableOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
