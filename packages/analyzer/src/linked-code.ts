import type { Catalog } from '@leastscope/scope-catalog';
import type { Link } from './link/link.js';
import { usesOfCall, type FileUses } from './link/to-uses.js';
import type { CallSite, LinkedCode } from './model/linked-code.js';
import type { Use } from './model/needs.js';
import type { Session } from './session.js';

export interface LinkedParts {
  readonly catalog: Catalog;
  readonly session: Session;
  readonly link: Link;
  /** What the settled files came to. */
  readonly settled: ReadonlyMap<string, FileUses>;
}

/** What the flow of responses asks of linked code. Of files that were not settled single calls are, when asked for. */
export function createLinkedCode({ catalog, session, link, settled }: LinkedParts): LinkedCode {
  const others = new Map<string, readonly Use[]>();
  const usesElsewhere = (site: CallSite): readonly Use[] => {
    const key = `${site.file}#${String(site.call)}`;
    const known = others.get(key) ?? usesOfCall(catalog, session.modules, link, site).uses;
    others.set(key, known);
    return known;
  };
  return {
    ...link.answers,
    facts: session.modules.facts,
    known: session.known,
    resolve: (from, specifier) => {
      const target = session.modules.resolve(from, specifier);
      return target.kind === 'file' ? target.file : null;
    },
    uses: (site) => {
      const file = settled.get(site.file);
      return file === undefined ? usesElsewhere(site) : (file.byCall.get(site.call) ?? []);
    },
    isForCaller: (site) => link.outcomes(site).some(({ kind }) => kind === 'caller'),
    isRequest: (site) =>
      link
        .outcomes(site)
        .some(({ kind, reach }) => kind === 'caller' && reach.request !== null && reach.via.length === 0),
  };
}
