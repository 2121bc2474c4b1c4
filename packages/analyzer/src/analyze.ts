import { declaredClients } from './calls/declared-clients.js';
import { withUncalled } from './calls/uncalled-uses.js';
import { isApplication } from './project/is-application.js';
import { resolveSeeds } from './calls/resolve-seeds.js';
import { isCompilerLoaded } from './compiler/compiler.js';
import { findDeletion } from './dataflow/deletion/find-deletion.js';
import { findHandledWebhooks } from './dataflow/deletion/handled-webhooks.js';
import { findFlows } from './dataflow/find-flows.js';
import { directivesIn, scopeMentionsIn } from './facts/comments.js';
import type { Analysis, AnalyzeRequest } from './model/analysis.js';
import { findNeeds } from './needs/find-needs.js';
import { findSeeds } from './project/find-seeds.js';
import { importersOf, wholeFiles } from './project/importers-of.js';
import { createSession } from './project/session.js';
import { unreadCode } from './project/unread-code.js';
import { runRules } from './rules/run-rules.js';

/**
 * From a project's files to what it needs and what is wrong with it: find the files that matter, read them, resolve
 * their calls, track the responses, work out the needs, judge. Pure but for the file system it is handed; the same input
 * gives the same bytes.
 *
 * @example
 * const analysis = analyze({ root, files, catalog: loadCatalog(), declaration, mistakes: [], includeTests: false,
 *   asOf: '2026-11-01', severities: {}, seeds: null });
 */
export function analyze(request: AnalyzeRequest): Analysis {
  const { catalog, declaration, includeTests } = request;
  const found = findSeeds(request);
  const session = createSession(request, declaration?.clients.map((client) => client.module) ?? []);
  const { program, files, ...resolved } = resolveSeeds(withDeclaredClients(request), session, found);
  const seeds = request.seeds === null ? null : found.seeds;
  const flows = findFlows({
    program,
    catalog,
    files,
    seeds,
    webhooks: declaration?.webhooks.map(({ value }) => value) ?? [],
    importersOf: (given) => importersOf(session, found, given),
  });
  const importersOfFile = (file: string) => importersOf(session, found, wholeFiles([file]));
  const facts = files.flatMap((file) => session.modules.facts(file) ?? []);
  const handler = declaration?.deletion?.handler.value;
  const deletion =
    handler === undefined || seeds !== null
      ? null
      : findDeletion({
          program,
          catalog,
          handler,
          files,
          importersOf: importersOfFile,
        });
  const { modules } = session;
  const isRun = (importers: readonly string[]) => isApplication(request, [...files, ...importers]);
  const calls = { modules, files, uses: resolved.uses, isApplication: isRun, importersOf: importersOfFile };
  const uses = seeds === null ? withUncalled(calls) : resolved.uses;
  const needs = findNeeds({
    ...resolved,
    uses,
    ...flows,
    deletion,
    handledWebhooks: seeds === null ? findHandledWebhooks({ program, catalog, files }) : [],
    unread: [...session.unread(), ...unreadCode(request, found)],
    scopeMentions: scopeMentionsIn(facts),
    counts: { filesListed: found.listed, filesRead: session.parsed() + session.reused() },
    declaration,
    catalog,
    includeTests,
  });
  const directives = directivesIn(facts);
  const horizon = request.seeds === null ? 'project' : 'file';
  const findings = runRules({ ...request, needs, directives, horizon });
  const stats = {
    filesListed: found.listed,
    filesSearched: found.searched,
    seeds: found.seeds.length,
    filesLinked: files.length,
    filesParsed: session.parsed(),
    factsReused: session.reused(),
    compilerLoaded: isCompilerLoaded(),
  };
  return { needs, declaration, directives, findings, stats };
}

/** A declared client is one more row of the vocabulary. */
function withDeclaredClients(request: AnalyzeRequest): AnalyzeRequest {
  const { catalog, declaration } = request;
  const clients = declaredClients(declaration, catalog.date);
  return clients.length === 0
    ? request
    : { ...request, catalog: { ...catalog, httpClients: [...clients, ...catalog.httpClients] } };
}
