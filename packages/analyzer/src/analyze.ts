import { isCompilerLoaded } from './compiler.js';
import { findSeeds, type Seeds } from './find-seeds.js';
import { linkedPackages } from './linked-packages.js';
import { findDeletion } from './flow/find-deletion.js';
import { findFlows } from './flow/find-flows.js';
import { importersOf, linkSeeds, wholeFiles, type LinkedSeeds } from './link-seeds.js';
import type { Analysis, AnalyzeRequest } from './model/analysis.js';
import type { DeletionEvidence } from './model/data-flow.js';
import type { Directive } from './model/directives.js';
import { placeOf } from './model/lines.js';
import type { ScopeMention, UnreadFile } from './model/needs.js';
import { findNeeds } from './needs/find-needs.js';
import { runRules } from './rules/run-rules.js';
import { createSession, type Session } from './session.js';

/**
 * From a project's files to what it needs and what is wrong with it: gate, read, link, match, needs, judge. Pure but
 * for the file system it is handed; the same input gives the same bytes.
 *
 * @example
 * const analysis = analyze({ root, files, catalog: loadCatalog(), declaration, mistakes: [], includeTests: false,
 *   asOf: '2026-11-01', severities: {}, seeds: null });
 */
export function analyze(request: AnalyzeRequest): Analysis {
  const { catalog, declaration, includeTests } = request;
  const found = findSeeds(request);
  const session = createSession({
    root: request.root,
    files: request.files,
    cache: request.cache,
    declaredModules: declaration?.clients.map((client) => client.module) ?? [],
  });
  const linked = linkSeeds({ ...request, catalog: withDeclaredClients(request) }, session, found);
  const flows = findFlows({
    code: linked.code,
    catalog,
    files: linked.files,
    seeds: request.seeds === null ? null : found.seeds,
    importersOf: (given) => importersOf(session, found, given),
  });
  const needs = findNeeds({
    ...linked,
    unread: [...session.unread(), ...unseenCode(request, found)],
    scopeMentions: scopeMentions(session, linked),
    reads: flows.reads,
    outflows: flows.outflows,
    deletion: deletionOf(request, session, found, linked),
    counts: { filesListed: found.listed, filesRead: session.parsed() + session.reused() },
    declaration,
    catalog,
    includeTests,
  });
  const directives = directivesOf(session, linked);
  const scope = request.seeds === null ? 'project' : 'file';
  const findings = runRules({ ...request, needs, directives, scope });
  return {
    needs,
    declaration,
    directives,
    findings,
    stats: {
      filesListed: found.listed,
      filesSearched: found.searched,
      seeds: found.seeds.length,
      filesLinked: linked.files.length,
      filesParsed: session.parsed(),
      factsReused: session.reused(),
      compilerLoaded: isCompilerLoaded(),
    },
  };
}

/** What the declared deletion handler does; asked of whole projects only, since anybody may call it. */
function deletionOf(
  { declaration, catalog, seeds }: AnalyzeRequest,
  session: Session,
  found: Seeds,
  { code, files }: LinkedSeeds,
): DeletionEvidence | null {
  const handler = declaration?.deletion?.handler.value;
  if (handler === undefined || seeds !== null) return null;
  const [file = ''] = handler.split('#');
  const callers = [...new Set([...files, file, ...importersOf(session, found, wholeFiles([file]))])];
  return findDeletion({ code, catalog, handler, files: callers.sort() });
}

/**
 * Code that the project rests on and that lies above its root: shared packages of a monorepo. It is not read, so what
 * it calls is not known; nothing may be called unused then.
 */
function unseenCode({ files, root, seeds }: AnalyzeRequest, found: Seeds): UnreadFile[] {
  const importing = found.outside.map((file): UnreadFile => ({
    file,
    reason: 'imports code from outside the folder of the declaration, which is not read',
    place: null,
  }));
  if (seeds !== null) return importing;
  const shared = linkedPackages(files, root);
  return [
    ...importing,
    ...shared.map(({ says }): UnreadFile => ({
      file: 'package.json',
      reason: `depends on ${says}`,
      place: null,
    })),
  ];
}

/** A declared client is one more row of the vocabulary. */
function withDeclaredClients(request: AnalyzeRequest): AnalyzeRequest['catalog'] {
  const { catalog, declaration } = request;
  if (declaration === null || declaration.clients.length === 0) return catalog;
  const rows = declaration.clients.map((client) => ({
    source: declaration.file,
    date: catalog.date,
    package: client.module,
    export: client.export,
    call: {
      url: client.path,
      options: null,
      method: client.method === null ? ('GET' as const) : null,
      defaultMethod: null,
      urlOptions: [],
      methodOptions: [],
      ...(client.method === null ? {} : { methodArgument: client.method }),
    },
    methods: {},
    factories: {},
    baseUrlOptions: [],
    constructible: false,
  }));
  return { ...catalog, httpClients: [...rows, ...catalog.httpClients] };
}

function directivesOf(session: Session, linked: LinkedSeeds): Directive[] {
  return linked.files.flatMap((file) => session.modules.facts(file)?.directives ?? []);
}

function scopeMentions(session: Session, linked: LinkedSeeds): ScopeMention[] {
  return linked.files.flatMap((file) => {
    const facts = session.modules.facts(file);
    return (facts?.scopeStrings ?? []).map(({ scope, span }) => ({
      scope,
      place: placeOf(file, facts?.lineStarts ?? [0], span),
    }));
  });
}
