import { beginAnew, beginRun, endRun, takeTracker, type Run } from './begin-run.js';
import { withUncalled, type UncalledInput } from './calls/uncalled-uses.js';
import { createIsApplication } from './project/is-application.js';
import { resolveSeeds } from './calls/resolve-seeds.js';
import { isCompilerLoaded } from './compiler/compiler.js';
import { findDeletion } from './dataflow/deletion/find-deletion.js';
import { findHandledWebhooks } from './dataflow/deletion/handled-webhooks.js';
import { findFlows, type CarryInput, type FlowsInput, type FoundFlows } from './dataflow/find-flows.js';
import { findEvidence } from './evidence/find-evidence.js';
import { publicSecretsIn } from './facts/public-secrets.js';
import { directivesIn, scopeMentionsIn } from './facts/comments.js';
import type { Analysis, AnalyzeRequest, Stats } from './model/analysis.js';
import type { DeletionEvidence } from './model/data-flow.js';
import type { FileFacts } from './model/facts.js';
import { speaksOfSecret } from './lookups/secret-names.js';
import { symbolAt } from './lookups/symbol-at.js';
import type { RuleContext } from './model/judgement.js';
import type { Finding } from './model/finding.js';
import type { Needs, Use } from './model/needs.js';
import type { Program } from './model/program.js';
import { findNeeds } from './needs/find-needs.js';
import { pathMentionsIn } from './needs/path-mentions.js';
import { findSeeds, type Seeds } from './project/find-seeds.js';
import { importersAtSight, importersOf, wholeFiles } from './project/importers-of.js';
import type { Session } from './project/session.js';
import { findSharedCode, noSharedCode } from './project/shared-code.js';
import { onlyReached, type OnlyReached } from './project/only-reached.js';
import { withShared } from './project/with-shared.js';
import { evaluatedCode, unreadCode } from './project/unread-code.js';
import { withdrawalTypes } from './lookups/withdrawal-types.js';
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
  const seeds = findSeeds(request);
  const run = beginRun(request);
  const analysis = analyzeRun(request, seeds, run);
  // A run that begins where another has ended is to say what one from nothing says.
  return run.isTakenUp && run.isCutShort ? analyzeRun(request, seeds, beginAnew(request)) : analysis;
}

function analyzeRun(request: AnalyzeRequest, ownSeeds: Seeds, run: Run): Analysis {
  const { catalog, declaration, includeTests } = request;
  const horizon: Finding['horizon'] = request.seeds === null ? 'project' : 'file';
  const { session, code } = run;
  const { program } = code;
  const shared = horizon === 'project' ? findSharedCode(request, session, ownSeeds.outside) : noSharedCode;
  const found = withShared(ownSeeds, shared);
  const { files, ...settled } = resolveSeeds(run.catalog, session, found, code);
  const reached = onlyReached(session, shared);
  const resolved = reached.settled(settled);
  const seeds = horizon === 'project' ? null : found.seeds;
  const isWhole = seeds === null && asksEverything(request);
  const { steps: flowSteps, files: flowFiles, ...followed } = flowsOf(request, run, { found, files, seeds });
  const { escapedFields, ...flows } = reached.flows(followed);
  const importersOfFile = (file: string) => importersOf(session, found, wholeFiles([file]));
  const { modules } = session;
  const facts = files.flatMap((file) => modules.facts(file) ?? []);
  const deletion = isWhole ? deletionOf(request, program, files, importersOfFile) : null;
  const uses =
    seeds === null ? usesMarked(request, run, { found, files, uses: resolved.uses }) : resolved.uses;
  const needs = findNeeds({
    ...resolved,
    uses,
    ...flows,
    deletion,
    handledWebhooks: isWhole ? findHandledWebhooks({ program, catalog, files }) : [],
    unread: [...session.unread(), ...unreadCode(request, session, found, shared), ...evaluatedCode(facts)],
    ...mentionsIn(request, reached, facts),
    counts: { filesListed: found.listed, filesRead: new Set([...files, ...flowFiles]).size },
    declaration,
    catalog,
    includeTests,
  });
  const evidence = isWhole
    ? findEvidence({
        program,
        catalog,
        files,
        ...flows,
        escapedFields,
        flowFiles,
        deletion,
        declaration,
        includeTests,
      })
    : null;
  const directives = reached.placed(directivesIn(facts));
  const judged = { ...request, needs, evidence, directives, horizon, ...answersFor(session, request) };
  const findings = asksEverything(request) ? runRules(judged) : [];
  const stats = { ...statsOf(run, found, files), flowSteps };
  endRun(request, run);
  return { needs, evidence, declaration, directives, findings, stats };
}

/** The uses, with those marked that nothing calls. Of single files that is not known. */
function usesMarked(
  request: AnalyzeRequest,
  { session, code: { program } }: Run,
  { found, files, uses }: Pick<UncalledInput, 'files' | 'uses'> & { readonly found: Seeds },
): readonly Use[] {
  return withUncalled({
    program,
    files,
    uses,
    whole: session.whole,
    isApplication: createIsApplication(request, files),
    importersAtSight: (file) => importersAtSight(session, found, file),
    importersOf: (file) => importersOf(session, found, wholeFiles([file])),
  });
}

/** What becomes of the responses, where that is asked for. */
function flowsOf(
  request: AnalyzeRequest,
  run: Run,
  {
    found,
    files,
    seeds,
  }: Pick<FlowsInput, 'files' | 'seeds'> & { readonly found: ReturnType<typeof findSeeds> },
): FoundFlows {
  if (!asksEverything(request)) return noFlows;
  const { catalog, declaration } = request;
  const webhooks = declaration?.webhooks.map(({ value }) => value) ?? [];
  const tracker = takeTracker(request, run);
  return findFlows({ tracker, catalog, files, seeds, webhooks, ...importersIn(run.session, found) });
}

/** What stands in the code without a call. */
function mentionsIn(
  request: AnalyzeRequest,
  { placed }: OnlyReached,
  facts: readonly FileFacts[],
): Pick<Needs, 'scopeMentions' | 'publicSecrets' | 'pathMentions'> {
  const { catalog, includeTests } = request;
  return {
    scopeMentions: placed(scopeMentionsIn(facts)),
    publicSecrets: asksEverything(request) ? placed(publicSecretsIn(catalog, facts)) : [],
    pathMentions: placed(pathMentionsIn(catalog, facts, includeTests)),
  };
}

/** Files that take something of others. Of those that are given a secret, the ones that ask for it by name. */
function importersIn(
  session: Session,
  found: ReturnType<typeof findSeeds>,
): Pick<CarryInput, 'importersOf' | 'importersOfSecrets'> {
  return {
    importersOf: (given) => importersOf(session, found, given),
    importersOfSecrets: (given) => importersOf(session, found, given, speaksOfSecret),
  };
}

const noFlows: FoundFlows = {
  reads: [],
  outflows: [],
  escapedFields: [],
  exposedSecrets: [],
  steps: 0,
  files: [],
};

/** Without flows no rule is run: most would say something wrong. */
function asksEverything({ extent }: AnalyzeRequest): boolean {
  return extent !== 'calls';
}

/** What rules may ask beside: only what was read anyhow. */
function answersFor(
  session: Session,
  { files, root }: AnalyzeRequest,
): Pick<RuleContext, 'symbolAt' | 'hasFile' | 'readText' | 'hasFolder' | 'foldersIn'> {
  return {
    symbolAt: (place) => {
      const facts = session.known(place.file);
      return facts === null ? null : symbolAt(facts, place);
    },
    hasFile: (file) => files.fileExists(`${root}/${file}`),
    readText: (file) => files.readFile(`${root}/${file}`),
    hasFolder: (folder) => files.directoryExists(`${root}/${folder}`),
    foldersIn: (folder) => files.listFolders?.(folder === '' ? root : `${root}/${folder}`) ?? [],
  };
}

/** Counters that tests assert on. */
function statsOf(
  { session, code, stepsBefore }: Run,
  found: ReturnType<typeof findSeeds>,
  files: readonly string[],
): Omit<Stats, 'flowSteps'> {
  return {
    filesListed: found.listed,
    filesSearched: found.searched,
    seeds: found.seeds.length,
    filesLinked: files.length,
    filesParsed: session.parsed(),
    factsReused: session.reused(),
    compilerLoaded: isCompilerLoaded(),
    steps: code.resolver.steps() - stepsBefore,
  };
}

/** What the declared handler deletes. Who calls it is a question to the whole project. */
function deletionOf(
  { catalog, declaration }: AnalyzeRequest,
  program: Program,
  files: readonly string[],
  importersOfFile: (file: string) => readonly string[],
): DeletionEvidence | null {
  const handler = declaration?.deletion?.handler.value;
  if (handler === undefined) return null;
  const types = withdrawalTypes(catalog, declaration?.app.tokens ?? []);
  return findDeletion({ program, catalog, handler, files, importersOf: importersOfFile, types });
}
