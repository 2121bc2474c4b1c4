import type { SearchMemory, SearchRecord } from '@leastscope/analyzer';
import type { DiskFiles } from '@leastscope/analyzer/disk';

/**
 * What was found in a text of one state holds in another one that has the same text in the same place: most of a
 * repository, when a commit is held against the one before. Texts are told apart by their stamps, so both states have to
 * give the same kind: names of git's objects.
 */
export function shareSearches(): (files: DiskFiles) => SearchMemory {
  const found = new Map<string, SearchRecord>();
  const imports = new Map<string, readonly string[]>();
  return (files) => {
    // Of what has no stamp nothing is remembered.
    const keyOf = (path: string): string | null => {
      const stamp = files.stamp(path);
      return stamp === null ? null : `${stamp} ${path}`;
    };
    const recall = <T>(from: ReadonlyMap<string, T>, path: string): T | null => {
      const key = keyOf(path);
      return key === null ? null : (from.get(key) ?? null);
    };
    const keep = <T>(into: Map<string, T>, path: string, value: T): void => {
      const key = keyOf(path);
      if (key !== null) into.set(key, value);
    };
    return {
      known: (path) => recall(found, path),
      note: (path, record) => {
        keep(found, path, record);
      },
      noteName: () => undefined,
      imports: (path) => recall(imports, path),
      noteImports: (path, names) => {
        keep(imports, path, names);
      },
    };
  };
}
