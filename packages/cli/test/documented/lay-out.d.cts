type Files = Readonly<Record<string, string | Buffer>>;

/** Makes a folder hold these files and no others; git's own stay. */
export function layOut(folder: string, files: Files): void;

/** The folder as the first commit of a repository, with the branches and tags that the documents name. */
export function commitAll(folder: string): void;

/** What is wrong with a run of a documented line in the folder with these files; null: nothing. */
export function faultOf(
  run: { readonly status: number | null; readonly stdout: string },
  folder: string,
  files: Files,
): string | null;
