import type { Catalog } from '@leastscope/scope-catalog';
import type { Link } from './link/link.js';
import { usesOfFile, type FileUses } from './link/to-uses.js';
import type { LinkedCode } from './model/linked-code.js';
import type { Session } from './session.js';

export interface LinkedParts {
  readonly catalog: Catalog;
  readonly session: Session;
  readonly link: Link;
  /** What the settled files came to. */
  readonly settled: ReadonlyMap<string, FileUses>;
}

/** What the flow of responses asks of linked code. Files that were not settled are, when they are asked for. */
export function createLinkedCode({ catalog, session, link, settled }: LinkedParts): LinkedCode {
  const others = new Map<string, FileUses>();
  const usesIn = (file: string): FileUses => {
    const known = settled.get(file) ?? others.get(file);
    if (known !== undefined) return known;
    const found = usesOfFile(catalog, session.modules, link, file);
    others.set(file, found);
    return found;
  };
  return {
    ...link.answers,
    facts: session.modules.facts,
    known: session.known,
    resolve: (from, specifier) => {
      const target = session.modules.resolve(from, specifier);
      return target.kind === 'file' ? target.file : null;
    },
    uses: ({ file, call }) => usesIn(file).byCall.get(call) ?? [],
    isForCaller: (site) => link.outcomes(site).some(({ kind }) => kind === 'caller'),
    isRequest: (site) =>
      link
        .outcomes(site)
        .some(({ kind, reach }) => kind === 'caller' && reach.request !== null && reach.via.length === 0),
  };
}
