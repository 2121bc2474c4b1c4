import { createWorkspaceMemory, type DiskFiles } from '@leastscope/analyzer/disk';
import { compareStates } from '../change/compare-states.js';
import { openStates, type States } from '../change/open-states.js';
import type { State } from '../change/state-difference.js';
import type { RunCommand } from '../command-line/command.js';
import { readProjectOptions } from '../command-line/read-options.js';
import { exitCodes } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import { analyzeFiles, type AnalyzedProject } from '../project/analyze-workspace.js';
import { findWorkspace, type Project, type Workspace } from '../project/find-projects.js';
import type { ProjectOptions } from '../project/project-options.js';
import { verdictSentence } from '../reports/difference/verdict-sentence.js';
import { dossierOf } from './report-dossier.js';
import { readDifferenceOptions, writeDifferences } from './write-difference.js';

/** `leastscope diff`: what two states of a repository mean for scopes, data, papers and those who authorized the app. */
export const run: RunCommand = async (input, host) => {
  const [base = null, head = null, ...more] = input.arguments;
  if (more.length > 0) throw new Misuse('diff takes two states at most: a base and a head');
  const options = readProjectOptions(input, host);
  const told = readDifferenceOptions(input);
  const states = openStates(base, head, options.cwd);
  const workspace = findWorkspace({ ...options, cwd: states.cwd }, states.after, states.finder);
  const pairs = await statesOf(workspace, states, options, host);
  const { catalog } = await host.loadEngine();
  const title = `${states.head}, compared with where it left ${states.base}`;
  const all = pairs.map(({ folder, before, after }) => {
    const difference = compareStates(before, after, catalog);
    const verdict = verdictSentence(difference, catalog, told.sellers);
    return { title: `${folder}${folder === '' ? '' : ': '}${title}`, verdict, difference };
  });
  writeDifferences(all, { base: states.base, head: states.head }, told, options.cwd, host);
  return exitCodes.clean;
};

interface Pair {
  readonly folder: string;
  readonly before: State;
  readonly after: State;
}

/** Every project in both states, each judged by the day of its own commit. */
async function statesOf(
  workspace: Workspace,
  states: States,
  options: ProjectOptions,
  host: Host,
): Promise<readonly Pair[]> {
  const memory = createWorkspaceMemory();
  const { after, before } = states;
  const now = await analyzeFiles(workspace, { ...options, asOf: options.asOf ?? states.headDay }, host, {
    files: after,
    memory: memory.over(after),
  });
  const earlier = { ...workspace, projects: workspace.projects.map((one) => asItWas(one, before)) };
  const was = await analyzeFiles(earlier, { ...options, asOf: states.baseDay ?? now.asOf }, host, {
    files: before,
    memory: memory.over(before),
  });
  const pairs: Pair[] = [];
  for (const [index, project] of now.projects.entries()) {
    const old = was.projects[index];
    if (old === undefined) continue;
    pairs.push({
      folder: project.folder,
      before: await stateOf(old, before, was.asOf, host),
      after: await stateOf(project, after, now.asOf, host),
    });
  }
  return pairs;
}

async function stateOf(
  { analysis, project: { root } }: AnalyzedProject,
  files: DiskFiles,
  day: string,
  host: Host,
): Promise<State> {
  const dossier = await dossierOf(analysis, root, day, 'processor', host, {
    // A document is there or not; its digest is in no answer.
    digestOf: (path) => files.stamp(`${root}/${path}`),
    textOf: (path) => files.readFile(`${root}/${path}`),
  });
  return {
    analysis,
    dossier,
    day,
    hasFile: (file) => files.fileExists(`${root}/${file}`),
  };
}

/** The same project earlier: without a declaration, if it had none yet. */
function asItWas(project: Project, before: DiskFiles): Project {
  const { root, declaration } = project;
  return declaration !== null && before.fileExists(`${root}/${declaration}`)
    ? project
    : { ...project, declaration: null };
}
