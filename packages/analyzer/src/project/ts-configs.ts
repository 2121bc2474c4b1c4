import { loadCompiler, parserTroubles, type ts } from '../compiler/compiler.js';
import type { FileSystem } from '../model/analysis.js';
import type { UnreadFile } from '../model/needs.js';
import { folderAbove } from './boundary.js';
import { absolutePath, joinPath, parentOf } from './paths.js';

/** Path aliases of one tsconfig or jsconfig; targets are relative to the root of the project. */
export interface PathAliases {
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
  readonly baseUrl: string | null;
}

/** The configurations of a project, read on demand. */
export interface TsConfigs {
  /** Aliases that hold for files of a folder: its own configuration or the nearest above that has any. */
  readonly nearest: (folder: string) => PathAliases;
  /** Configurations that could not be read so far. */
  readonly broken: () => readonly UnreadFile[];
}

const noAliases: PathAliases = { paths: [], baseUrl: null };

export function createTsConfigs(files: FileSystem, root: string): TsConfigs {
  const byFolder = new Map<string, PathAliases>();
  const broken = new Map<string, UnreadFile>();
  /** Configurations may extend and refer to each other in rings: on the way from one, each is read once. */
  const read = (file: string, seen = new Set<string>()): PathAliases => {
    if (seen.has(file)) return noAliases;
    seen.add(file);
    return readConfig(files, root, file, (other) => read(other, seen), broken);
  };
  const nearest = (folder: string): PathAliases => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const own = ['tsconfig.json', 'jsconfig.json', 'deno.json']
      .map((name) => joinPath(folder, name))
      .find((file) => files.fileExists(absolutePath(root, file)));
    const parent = folderAbove(files, root, folder);
    const above = parent === null ? noAliases : nearest(parent);
    const found = own === undefined ? above : read(own);
    const aliases = found.paths.length > 0 || found.baseUrl !== null ? found : above;
    byFolder.set(folder, aliases);
    return aliases;
  };
  return { nearest, broken: () => [...broken.values()] };
}

interface ConfigText {
  readonly compilerOptions?: { readonly paths?: unknown; readonly baseUrl?: unknown };
  readonly extends?: unknown;
  readonly references?: unknown;
  readonly imports?: unknown;
}

function readConfig(
  files: FileSystem,
  root: string,
  file: string,
  follow: (file: string) => PathAliases,
  broken: Map<string, UnreadFile>,
): PathAliases {
  const text = files.readFile(absolutePath(root, file));
  if (text === null) return noAliases;
  const config = parseConfig(file, text);
  if (typeof config !== 'object' || config === null) {
    broken.set(file, {
      file,
      reason: 'not a valid configuration; its path aliases are not known',
      place: null,
    });
    return noAliases;
  }
  const said = config as ConfigText;
  const folder = parentOf(file);
  const own = ownAliases(said, folder);
  const inherited = extended(said).map((path) => follow(withJson(joinPath(folder, path))));
  const referenced =
    own.paths.length > 0
      ? []
      : references(said).map((path) => follow(configPath(files, root, joinPath(folder, path))));
  return merge([own, ...inherited.reverse(), ...referenced]);
}

/** JSON with comments and trailing commas; undefined when it is not that. */
function parseConfig(file: string, text: string): unknown {
  const compiler = loadCompiler();
  const troubles: ts.Diagnostic[] = [];
  const source = compiler.parseJsonText(file, text);
  const config: unknown = compiler.convertToObject(source, troubles);
  return troubles.length + parserTroubles(source).length > 0 ? undefined : config;
}

function merge(all: readonly PathAliases[]): PathAliases {
  return {
    paths: all.find((one) => one.paths.length > 0)?.paths ?? [],
    baseUrl: all.find((one) => one.baseUrl !== null)?.baseUrl ?? null,
  };
}

function ownAliases(said: ConfigText, folder: string): PathAliases {
  const base = said.compilerOptions?.baseUrl;
  const baseUrl = typeof base === 'string' ? joinPath(folder, base) : null;
  const paths = said.compilerOptions?.paths ?? said.imports;
  if (typeof paths !== 'object' || paths === null) return { paths: [], baseUrl };
  const from = baseUrl ?? folder;
  return {
    baseUrl,
    paths: Object.entries(paths).flatMap(([pattern, targets]) => {
      const list = (Array.isArray(targets) ? targets : [targets]).filter(
        (target) => typeof target === 'string',
      );
      if (list.some((target) => /^[a-z]+:/i.test(target))) return [];
      const isFolder = pattern.endsWith('/');
      return [
        {
          pattern: isFolder ? `${pattern}*` : pattern,
          targets: list.map((target) => joinPath(from, isFolder ? `${target}*` : target)),
        },
      ];
    }),
  };
}

function extended(said: ConfigText): string[] {
  const list: unknown[] = Array.isArray(said.extends) ? said.extends : [said.extends];
  return list.filter((path) => typeof path === 'string').filter((path) => path.startsWith('.'));
}

function references(said: ConfigText): string[] {
  if (!Array.isArray(said.references)) return [];
  return said.references.flatMap((one: unknown) => {
    const path = (one as { path?: unknown } | null)?.path;
    return typeof path === 'string' ? [path] : [];
  });
}

function withJson(path: string): string {
  return path.endsWith('.json') ? path : `${path}.json`;
}

function configPath(files: FileSystem, root: string, path: string): string {
  return files.directoryExists(absolutePath(root, path)) ? `${path}/tsconfig.json` : withJson(path);
}

/** Where the aliases say a specifier may lie, the longest pattern first, then `baseUrl`. */
export function mapPaths(aliases: PathAliases, specifier: string): string[] {
  const matching = aliases.paths
    .map(({ pattern, targets }) => ({ pattern, targets, filled: fill(pattern, specifier) }))
    .filter((one) => one.filled !== null)
    .sort((a, b) => b.pattern.length - a.pattern.length);
  const mapped = matching.flatMap(({ targets, filled }) =>
    targets.map((target) => target.replace('*', () => filled ?? '')),
  );
  return aliases.baseUrl === null ? mapped : [...mapped, joinPath(aliases.baseUrl, specifier)];
}

/** What `*` stands for, `''` for an exact match, null for none. */
function fill(pattern: string, specifier: string): string | null {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === specifier ? '' : null;
  const before = pattern.slice(0, star);
  const after = pattern.slice(star + 1);
  const fits =
    specifier.length >= before.length + after.length &&
    specifier.startsWith(before) &&
    specifier.endsWith(after);
  return fits ? specifier.slice(before.length, specifier.length - after.length) : null;
}
