import type { Catalog } from '@leastscope/scope-catalog';
import { createResolver, type ProgramResolver } from './create-resolver.js';
import { usesOfCall, type FileUses } from './collect-uses.js';
import type { CallSite, Program } from '../model/program.js';
import type { Session } from '../project/session.js';
import { createUncalledOfFile, type UncalledOf } from './uncalled-of-file.js';
import { createGivenByFile, type GivenByFile } from './what-files-give.js';

/** Code with its calls, for as long as its files are asked about. */
export interface LinkedCode {
  /** What the flow of responses asks. */
  readonly program: Program;
  readonly resolver: ProgramResolver;
  /** What the files of a run came to. */
  readonly settled: Map<string, FileUses>;
  /** What files came to in any run, as far as it still holds. */
  readonly known: Map<string, FileUses>;
  readonly givenBy: (file: string) => GivenByFile;
  readonly uncalledOf: UncalledOf;
  /** Lets go of all that was worked out in these files. */
  readonly forget: (files: ReadonlySet<string>) => void;
}

export function linkCode(catalog: Catalog, session: Session): LinkedCode {
  const resolver = createResolver(catalog, session.modules);
  const [settled, known] = [new Map<string, FileUses>(), new Map<string, FileUses>()];
  return {
    program: createProgram({ catalog, session, resolver, settled }),
    resolver,
    settled,
    known,
    givenBy: createGivenByFile(catalog, session, resolver),
    uncalledOf: createUncalledOfFile(catalog, session.modules, resolver),
    forget: (files) => {
      for (const file of files) {
        known.delete(file);
        resolver.forget(file);
      }
    },
  };
}

interface Parts extends Pick<LinkedCode, 'resolver'> {
  readonly catalog: Catalog;
  readonly session: Session;
  readonly settled: ReadonlyMap<string, FileUses>;
}

/** Of files that were not settled single calls are, when asked for. */
function createProgram({ catalog, session, resolver, settled }: Parts): Program {
  const { bySite, byFile } = resolver.memory;
  const usesElsewhere = bySite((site) => usesOfCall(catalog, session.modules, resolver, site).uses);
  const uses: Program['uses'] = (site) => {
    const file = settled.get(site.file);
    return file === undefined ? usesElsewhere(site) : (file.byCall.get(site.call) ?? []);
  };
  const isRequest = bySite(
    (site) =>
      resolver
        .outcomes(site)
        .some(
          ({ kind, candidate }) =>
            kind === 'caller' && candidate.kind === 'request' && candidate.via.length === 0,
        ) && !isToOthers(resolver, site),
  );
  return {
    catalog,
    ...resolver.queries,
    modules: session.modules,
    facts: session.modules.facts,
    known: session.known,
    resolve: (from, specifier) => {
      const target = session.modules.resolve(from, specifier);
      return target.kind === 'file' ? target.file : null;
    },
    uses,
    isRequest,
    asking: byFile((file) =>
      sitesOf(session, file).filter((site) => uses(site).length > 0 || isRequest(site)),
    ),
    requests: byFile((file) => sitesOf(session, file).filter(isRequest)),
    keepByFile: byFile,
    isForCaller: bySite((site) => resolver.outcomes(site).some(({ kind }) => kind === 'caller')),
  };
}

function sitesOf({ modules }: Session, file: string): readonly CallSite[] {
  return (modules.facts(file)?.calls ?? []).map((_, call) => ({ file, call }));
}

/** Whatever callers put into the path: a request to somebody else's host is none to the platform. */
function isToOthers({ queries }: ProgramResolver, site: CallSite): boolean {
  return queries.callees(site).request?.recipient != null;
}
