import { bySite } from './by-site.js';
import type { Catalog } from '@leastscope/scope-catalog';
import type { ProgramResolver } from './create-resolver.js';
import { usesOfCall, type FileUses } from './collect-uses.js';
import type { CallSite, Program } from '../model/program.js';
import type { Session } from '../project/session.js';

export interface LinkedParts {
  readonly catalog: Catalog;
  readonly session: Session;
  readonly link: ProgramResolver;
  /** What the settled files came to. */
  readonly settled: ReadonlyMap<string, FileUses>;
}

/** What the flow of responses asks of linked code. Of files that were not settled single calls are, when asked for. */
export function createProgram({ catalog, session, link, settled }: LinkedParts): Program {
  const usesElsewhere = bySite((site) => usesOfCall(catalog, session.modules, link, site).uses);
  return {
    catalog,
    ...link.queries,
    modules: session.modules,
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
    isForCaller: bySite((site) => link.outcomes(site).some(({ kind }) => kind === 'caller')),
    isRequest: bySite(
      (site) =>
        link
          .outcomes(site)
          .some(
            ({ kind, candidate }) =>
              kind === 'caller' && candidate.kind === 'request' && candidate.via.length === 0,
          ) && !isToOthers(link, site),
    ),
  };
}

/** Whatever callers put into the path: a request to somebody else's host is none to the platform. */
function isToOthers(link: ProgramResolver, site: CallSite): boolean {
  return link.queries.callees(site).request?.recipient != null;
}
