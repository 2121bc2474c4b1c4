import type { CallSite } from '../model/program.js';

/** Answers about calls, kept file by file. */
export interface SiteMemory {
  /** Asks once of each call, and remembers. Asked hundreds of thousands of times, so no key is put together. */
  readonly bySite: <T>(ask: (site: CallSite) => T) => (site: CallSite) => T;
  /** The same of a file as a whole. Answers under a name are plain data, which are saved for the next process. */
  readonly byFile: <T>(ask: (file: string) => T, name?: string) => (file: string) => T;
  /** Lets go what is known of the calls of a file. */
  readonly forget: (file: string) => void;
  readonly save: () => SavedAnswers;
}

/** Answers about files, by the name that they are kept under, then by file. Plain data. */
export type SavedAnswers = ReadonlyMap<string, ReadonlyMap<string, Answered>>;

interface Answered {
  readonly answer: unknown;
}

export function createSiteMemory(saved: SavedAnswers = new Map()): SiteMemory {
  const stores: Map<string, unknown>[] = [];
  const named = new Map([...saved].map(([name, answers]) => [name, new Map(answers)]));
  stores.push(...named.values());
  return {
    bySite: <T>(ask: (site: CallSite) => T) => {
      const files = new Map<string, Map<number, { readonly answer: T }>>();
      stores.push(files);
      return (site) => {
        const known = files.get(site.file)?.get(site.call);
        if (known !== undefined) return known.answer;
        const answer = ask(site);
        const calls = files.get(site.file) ?? new Map<number, { readonly answer: T }>();
        files.set(site.file, calls.set(site.call, { answer }));
        return answer;
      };
    },
    byFile: <T>(ask: (file: string) => T, name?: string) => {
      // What is under a name was answered by the same question.
      const files = (named.get(name ?? '') ?? new Map()) as Map<string, { readonly answer: T }>;
      if (name !== undefined) named.set(name, files);
      stores.push(files);
      return (file) => {
        const known = files.get(file) ?? { answer: ask(file) };
        files.set(file, known);
        return known.answer;
      };
    },
    forget: (file) => {
      for (const files of stores) files.delete(file);
    },
    save: () => named,
  };
}
