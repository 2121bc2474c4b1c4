import type { Program } from '../../model/program.js';

/** Which files a file imports, directly or through others. */
export interface ImportReach {
  readonly imports: (file: string, other: string) => boolean;
}

/** Looks only through files that were read for something else: what flows from file to file flows through these. */
export function createImportReach(program: Program): ImportReach {
  const found = new Set<string>();
  return {
    imports: (file, other) => {
      const key = `${file}\0${other}`;
      // Files are read as they are needed, so that only a way that was found is sure to stay.
      if (found.has(key)) return true;
      if (!isReached(program, file, other)) return false;
      found.add(key);
      return true;
    },
  };
}

function isReached(program: Program, file: string, other: string): boolean {
  const seen = new Set<string>([file]);
  const left = [file];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    for (const module of program.known(at)?.imports ?? []) {
      const target = program.resolve(at, module);
      if (target === other) return true;
      if (target === null || seen.has(target)) continue;
      seen.add(target);
      left.push(target);
    }
  }
  return false;
}
