import type { FileSystem } from '@leastscope/analyzer';
import { basename, dirname, resolve } from 'node:path';
import { Misuse } from '../host/misuse.js';
import { declarationFileName } from './declaration-file-name.js';
import { onDisk, type DeclarationFinder } from './declaration-finder.js';
import { forwardSlashes } from '@leastscope/analyzer/disk';
import type { ProjectOptions } from './project-options.js';

/** A folder to analyse, and the declaration that speaks for it. */
export interface Project {
  /** Absolute. */
  readonly root: string;
  /** From the base of the workspace: `` or `apps/a/`. */
  readonly folder: string;
  /** File name in the root; null when there is none. */
  readonly declaration: string | null;
}

/** What one run is about. */
export interface Workspace {
  /** Absolute; every place that is printed is relative to it. */
  readonly base: string;
  readonly projects: readonly Project[];
}

/**
 * The one project of a run: whose declaration is named, else whose declaration is nearest upward, else the folder
 * itself without a declaration.
 */
export function findProject(
  options: ProjectOptions,
  files: FileSystem,
  finder: DeclarationFinder = onDisk,
): Project {
  if (!finder.hasFolder(options.cwd)) throw new Misuse('--cwd: there is no such folder');
  if (options.declaration !== null) return namedProject(options.cwd, options.declaration, files);
  const above = finder.nearest(options.cwd);
  if (above === null) return { root: options.cwd, folder: '', declaration: null };
  return { root: forwardSlashes(above), folder: '', declaration: declarationFileName };
}

/** The projects of these folders, each with its own declaration. Places are relative to the one root, else to `cwd`. */
export function workspaceOf(roots: readonly string[], cwd: string): Workspace {
  const [only, ...others] = roots;
  const base = only !== undefined && others.length === 0 ? only : cwd;
  const stray = roots.find((root) => root !== base && !root.startsWith(`${base}/`));
  if (stray !== undefined)
    throw new Misuse('what is named belongs to several apps, and not all of them lie below this folder');
  const projects = roots.map((root) => ({
    root,
    folder: root === base ? '' : `${root.slice(base.length + 1)}/`,
    declaration: declarationFileName,
  }));
  return { base, projects };
}

/** Like `findProject`; where that finds no declaration, every project below that has one (a monorepo). */
export function findWorkspace(
  options: ProjectOptions,
  files: FileSystem,
  finder: DeclarationFinder = onDisk,
): Workspace {
  const project = findProject(options, files, finder);
  if (project.declaration !== null) return { base: project.root, projects: [project] };
  const below = finder.below(options.cwd).map((folder) => ({
    root: `${options.cwd}/${folder}`,
    folder: `${folder}/`,
    declaration: declarationFileName,
  }));
  return { base: options.cwd, projects: below.length > 0 ? below : [project] };
}

function namedProject(cwd: string, name: string, files: FileSystem): Project {
  const path = forwardSlashes(resolve(cwd, name));
  if (files.directoryExists(path)) throw new Misuse(`--declaration: ${name} is a folder, not a file`);
  if (!files.fileExists(path)) throw new Misuse(`--declaration: there is no file ${name}`);
  return { root: dirname(path), folder: '', declaration: basename(path) };
}
