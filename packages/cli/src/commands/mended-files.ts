import { isSourcePath, type DiskFiles } from '@leastscope/analyzer/disk';

/** The plan is about the texts that were analysed, whatever happens to the files meanwhile. */
export function readOnce(files: DiskFiles): DiskFiles {
  const texts = new Map<string, string | null>();
  const readFile = (path: string): string | null => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const text = files.readFile(path);
    texts.set(path, text);
    return text;
  };
  return { ...files, readFile };
}

/** The disk with other texts, by their path from the root, laid over it. */
export function withTexts(files: DiskFiles, root: string, mended: ReadonlyMap<string, string>): DiskFiles {
  const texts = new Map([...mended].map(([file, text]) => [`${root}/${file}`, text]));
  // What reads many at once, or goes by time and size, would see the disk.
  return {
    ...files,
    readMany: undefined,
    readFile: (path) => texts.get(path) ?? files.readFile(path),
    fileExists: (path) => texts.has(path) || files.fileExists(path),
    stamp: (path) => (texts.has(path) ? null : files.stamp(path)),
    listFiles: (folder) => {
      const listed = files.listFiles(folder);
      const fresh = [...texts.keys()].filter(
        (path) =>
          path.startsWith(`${folder}/`) &&
          isSourcePath(path.slice(folder.length + 1)) &&
          !listed.includes(path),
      );
      return fresh.length === 0 ? listed : [...listed, ...fresh].sort();
    },
  };
}
