import type { CallSite } from '../model/program.js';

/** Answers about calls, kept file by file. */
export interface SiteMemory {
  /** Asks once of each call, and remembers. Asked hundreds of thousands of times, so no key is put together. */
  readonly bySite: <T>(ask: (site: CallSite) => T) => (site: CallSite) => T;
  /** The same of a file as a whole. */
  readonly byFile: <T>(ask: (file: string) => T) => (file: string) => T;
  /** Lets go what is known of the calls of a file. */
  readonly forget: (file: string) => void;
}

export function createSiteMemory(): SiteMemory {
  const stores: Map<string, unknown>[] = [];
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
    byFile: <T>(ask: (file: string) => T) => {
      const files = new Map<string, { readonly answer: T }>();
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
  };
}
