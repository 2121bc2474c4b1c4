/** Who imports what, both ways. Making it anew for thousands of files takes longer than judging a save. */
export interface ImportIndex {
  /** Names of what a file imports, by the last part of each path; null when the text with this stamp was not looked at. */
  readonly of: (path: string, stamp: string | null) => readonly string[] | null;
  /** A null stamp is never known again; who imports what is true of this run all the same. */
  readonly note: (path: string, stamp: string | null, names: readonly string[]) => void;
  readonly forget: (path: string) => void;
  /** Files that import something by this name, each by the text that was noted last. */
  readonly importers: (name: string) => Iterable<string>;
}

export function createImportIndex(): ImportIndex {
  const byPath = new Map<string, { readonly stamp: string | null; readonly names: readonly string[] }>();
  const byName = new Map<string, Set<string>>();
  const forget = (path: string): void => {
    for (const name of byPath.get(path)?.names ?? []) byName.get(name)?.delete(path);
    byPath.delete(path);
  };
  return {
    of: (path, stamp) => {
      const known = byPath.get(path);
      return known === undefined || stamp === null || known.stamp !== stamp ? null : known.names;
    },
    note: (path, stamp, names) => {
      forget(path);
      byPath.set(path, { stamp, names });
      for (const name of names) byName.set(name, (byName.get(name) ?? new Set()).add(path));
    },
    forget,
    importers: (name) => byName.get(name) ?? [],
  };
}
