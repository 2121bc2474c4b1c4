import type { FileSystem } from '../model/analysis.js';
import type { Target } from '../model/module-graph.js';
import { joinPath, parentOf } from './paths.js';
import { findProjectFile } from './project-file.js';
import type { TsConfigs } from './ts-configs.js';
import { mapPaths } from './ts-configs.js';
import type { Workspaces } from './workspaces.js';

export interface ImportSettings {
  /** Absolute root of the project. */
  readonly root: string;
  readonly files: FileSystem;
  readonly configs: TsConfigs;
  readonly workspaces: Workspaces;
  /** Whether a file belongs to a vendored copy of the official SDK. */
  readonly isSdkPart: (file: string) => boolean;
}

/** The package under which a vendored copy of the official SDK is known. */
export const sdkPackage = 'sdk';

/**
 * Where an import leads. Relative paths, `paths` and `baseUrl` of the nearest tsconfig or jsconfig, package `imports`,
 * workspace packages, then the aliases that frameworks bring along; all else is a package known by name. The compiler's
 * own resolution is not asked: it needs installed packages and generated configuration, and checkouts have neither.
 */
export function resolveImport(settings: ImportSettings, from: string, specifier: string): Target {
  const file = findFile(settings, from, specifier);
  if (file === null) return externalTarget(specifier);
  if (settings.isSdkPart(file)) return { kind: 'external', package: sdkPackage, subpath: [] };
  return { kind: 'file', file };
}

function findFile(settings: ImportSettings, from: string, specifier: string): string | null {
  const { files, root } = settings;
  const folder = parentOf(from);
  if (specifier.startsWith('.')) return findProjectFile(files, root, joinPath(folder, specifier));
  if (specifier.startsWith('/')) return findProjectFile(files, root, specifier.slice(1));
  if (/^[a-z]+:/i.test(specifier)) return null;
  const mapped = mapPaths(settings.configs.nearest(folder), specifier);
  for (const candidate of mapped) {
    const found = findProjectFile(files, root, candidate);
    if (found !== null) return found;
  }
  if (specifier.startsWith('#')) {
    const found = settings.workspaces.ownImport(folder, specifier);
    if (found !== null) return found;
  }
  return settings.workspaces.packageEntry(folder, specifier) ?? frameworkAlias(settings, folder, specifier);
}

/** `@/`, `~/` and `$lib/` as frameworks set them up by default, tried only when nothing else explains them. */
function frameworkAlias(settings: ImportSettings, folder: string, specifier: string): string | null {
  const match = /^(?:@|~|~~|@@|\$lib|src|app)\/(.+)$/.exec(specifier);
  const rest = match?.[1];
  if (rest === undefined) return null;
  const kept = /^(?:src|app)\//.test(specifier)
    ? ['']
    : specifier.startsWith('$lib/')
      ? ['src/lib']
      : ['src', '', 'app'];
  for (let at: string | null = folder; at !== null; at = at === '' ? null : parentOf(at)) {
    for (const base of kept) {
      const below = kept[0] === '' ? specifier : rest;
      const found = findProjectFile(settings.files, settings.root, joinPath(joinPath(at, base), below));
      if (found !== null) return found;
    }
  }
  return null;
}

/** The package that a specifier names: `npm:`, CDN and scoped forms included. */
function externalTarget(specifier: string): Target {
  const bare = specifier
    .replace(/^(?:npm|jsr):\/?/, '')
    .replace(/^https?:\/\/(?:esm\.sh|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|unpkg\.com)\//, '')
    .replace(/^(@[^/]+\/[^/@]+|[^/@]+)@[^/]+/, '$1');
  const parts = bare.split('/');
  const length = bare.startsWith('@') ? 2 : 1;
  const isBuiltIn =
    /^(?:node:)?(?:path|fs|util|url|stream|timers|dns|readline)\/(?:posix|promises|web)$/.test(bare);
  if (isBuiltIn)
    return { kind: 'external', package: parts[0] ?? bare, subpath: parts[1] === 'posix' ? ['posix'] : [] };
  return { kind: 'external', package: parts.slice(0, length).join('/'), subpath: [] };
}
