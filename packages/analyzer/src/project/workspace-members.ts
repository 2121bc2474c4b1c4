import picomatch from 'picomatch';
import { parseDocument } from 'yaml';
import type { FileSystem } from '../model/analysis.js';

/** A folder that says which folders below it are packages of one workspace. */
interface WorkspaceRoot {
  /** Absolute. */
  readonly folder: string;
  /** `packages/*`, `!packages/old`. */
  readonly patterns: readonly string[];
}

/** Repositories are less deep than this, and workspaces less large. */
const mostLevels = 40;
const mostMembers = 2000;
/** How deep `**` looks. */
const deepest = 5;

/**
 * The packages of the workspace that a folder belongs to, by their names: absolute folders. Whoever names one as a
 * dependency gets the code in that folder, whatever the range says. Empty where the folder is no member of any.
 */
export function workspaceMembers(files: FileSystem, root: string): ReadonlyMap<string, string> {
  const workspace = workspaceAround(files, root);
  if (workspace === null) return new Map();
  const folders = memberFolders(files, workspace);
  if (root !== workspace.folder && !folders.includes(root)) return new Map();
  return new Map(
    folders.flatMap((folder) => {
      const name = tableAt(files, `${folder}/package.json`)?.['name'];
      return typeof name === 'string' ? [[name, folder] as const] : [];
    }),
  );
}

/** The nearest one upward. */
function workspaceAround(files: FileSystem, root: string): WorkspaceRoot | null {
  let folder = root;
  for (let level = 0; level < mostLevels; level += 1) {
    const patterns = patternsOf(files, folder);
    if (patterns.length > 0) return { folder, patterns };
    const end = folder.lastIndexOf('/');
    // What lies above the root of the repository belongs to somebody else.
    if (end <= 0 || files.directoryExists(`${folder}/.git`) || files.fileExists(`${folder}/.git`))
      return null;
    folder = folder.slice(0, end);
  }
  return null;
}

/** Whether a folder says which folders below it are packages. */
export function isWorkspaceFolder(files: FileSystem, folder: string): boolean {
  return patternsOf(files, folder).length > 0;
}

/** npm, yarn and Bun name them in package.json, pnpm and Lerna in files of their own. */
function patternsOf(files: FileSystem, folder: string): readonly string[] {
  const workspaces = tableAt(files, `${folder}/package.json`)?.['workspaces'];
  const named = Array.isArray(workspaces) ? workspaces : tableOf(workspaces)?.['packages'];
  const lists = [
    named,
    tableOf(yamlAt(files, `${folder}/pnpm-workspace.yaml`))?.['packages'],
    tableAt(files, `${folder}/lerna.json`)?.['packages'],
  ];
  return lists.flatMap((list) =>
    Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [],
  );
}

function memberFolders(files: FileSystem, { folder, patterns }: WorkspaceRoot): readonly string[] {
  const tidy = patterns.map((pattern) => pattern.replace(/^(!?)\.?\//, '$1').replace(/\/+$/, ''));
  const isLeftOut = picomatch(tidy.filter((one) => one.startsWith('!')).map((one) => one.slice(1)));
  const found = tidy
    .filter((one) => !one.startsWith('!'))
    .flatMap((pattern) => expand(files, folder, pattern.split('/'), deepest))
    .filter((member) => !isLeftOut(member.slice(folder.length + 1)));
  return [...new Set(found)].sort().slice(0, mostMembers);
}

/** The folders that the parts of a pattern stand for, one level of folders a part. */
function expand(
  files: FileSystem,
  folder: string,
  parts: readonly string[],
  depth: number,
): readonly string[] {
  const [part, ...rest] = parts;
  if (part === undefined) return files.directoryExists(folder) ? [folder] : [];
  if (part === '**') {
    const deeper = depth === 0 ? [] : subfolders(files, folder);
    return [
      ...expand(files, folder, rest, depth),
      ...deeper.flatMap((name) => expand(files, `${folder}/${name}`, parts, depth - 1)),
    ];
  }
  if (!/[*?[{(]/.test(part)) return expand(files, `${folder}/${part}`, rest, depth);
  const fits = picomatch(part);
  return subfolders(files, folder)
    .filter((name) => fits(name))
    .flatMap((name) => expand(files, `${folder}/${name}`, rest, depth));
}

function subfolders(files: FileSystem, folder: string): readonly string[] {
  return (files.listFolders?.(folder) ?? []).filter((name) => name !== 'node_modules');
}

function tableAt(files: FileSystem, path: string): Readonly<Record<string, unknown>> | null {
  const text = files.readFile(path);
  try {
    return text === null ? null : tableOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function yamlAt(files: FileSystem, path: string): unknown {
  const text = files.readFile(path);
  if (text === null) return null;
  const document = parseDocument(text, { logLevel: 'silent' });
  try {
    return document.errors.length === 0 ? document.toJS({ maxAliasCount: 10 }) : null;
  } catch {
    return null;
  }
}

function tableOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
}
