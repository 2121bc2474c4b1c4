import { own } from '../util/own.js';
import type { FileSystem } from '../model/analysis.js';
import { withinBoundary } from './boundary.js';
import { absolutePath } from './paths.js';

const extensions = [
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.vue',
  '.svelte',
  '.astro',
];

/** What a written extension may stand for in the source: `./x.js` names `x.ts` before it is built. */
const sourceOf: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/**
 * The source file that a path relative to the root means: as written, with an extension put on or exchanged, or as a
 * folder with an index. It may lie beside the project (`../lib/a.ts`). Null when there is none, or when it lies outside the
 * checkout or in `node_modules`.
 */
export function findProjectFile(files: FileSystem, root: string, path: string): string | null {
  const within = withinBoundary(files, root, path);
  if (within === null || /(?:^|\/)node_modules\//.test(within)) return null;
  for (const candidate of candidates(within)) {
    if (files.fileExists(absolutePath(root, candidate))) return candidate;
  }
  return null;
}

function candidates(path: string): string[] {
  const written = /\.[a-z]+$/.exec(path)?.[0] ?? '';
  const stem = path.slice(0, path.length - written.length);
  const exact =
    extensions.includes(written) || written === '.json'
      ? [...(own(sourceOf, written) ?? []).map((ending) => stem + ending), path]
      : [];
  const folder = path === '' ? '' : `${path}/`;
  return [
    ...exact,
    ...(path === '' ? [] : extensions.map((ending) => path + ending)),
    ...extensions.slice(0, 8).map((ending) => `${folder}index${ending}`),
  ];
}
