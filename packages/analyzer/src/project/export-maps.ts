import { exports as exported, imports as imported, type Options } from 'resolve.exports';

type Manifest = Readonly<Record<string, unknown>>;

/**
 * Conditions, the likeliest to lead to what somebody wrote before what was built from it. Types come last: what stands
 * there is a declaration as often as a source.
 */
const conditions: readonly (readonly string[])[] = [
  ['source', 'development'],
  ['import', 'module', 'node', 'bun', 'deno', 'browser'],
  ['require', 'node'],
  ['types'],
];

/** Files that `exports` of a package.json names for a subpath (`.`, `./http`), as Node reads it; the likeliest source first. */
export function exportTargets(content: Manifest, subpath: string): readonly string[] {
  if (content['exports'] === undefined) return [];
  return targets((options) => exported(content, subpath, options) ?? []);
}

/** Files that `imports` of a package.json names for `#name`. */
export function importTargets(content: Manifest, specifier: string): readonly string[] {
  if (content['imports'] === undefined) return [];
  return targets((options) => imported(content, specifier, options) ?? []);
}

function targets(ask: (options: Options) => readonly string[]): readonly string[] {
  const found = conditions.flatMap((some) => {
    try {
      return ask({ unsafe: true, conditions: some });
    } catch {
      // No condition fits, or the map is none: it is somebody else's text.
      return [];
    }
  });
  return [...new Set(found)];
}
