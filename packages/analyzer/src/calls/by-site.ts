import type { CallSite } from '../model/program.js';

/** Asks once of each call, and remembers. Asked hundreds of thousands of times, so no key is put together. */
export function bySite<T>(ask: (site: CallSite) => T): (site: CallSite) => T {
  const files = new Map<string, Map<number, { readonly answer: T }>>();
  return (site) => {
    const known = files.get(site.file)?.get(site.call);
    if (known !== undefined) return known.answer;
    const answer = ask(site);
    const calls = files.get(site.file) ?? new Map<number, { readonly answer: T }>();
    files.set(site.file, calls.set(site.call, { answer }));
    return answer;
  };
}
