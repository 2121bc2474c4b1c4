import { createDiskFiles, createWorkspaceMemory } from '@leastscope/analyzer/disk';
import type { AnalyzeRequest } from '@leastscope/analyzer';
import { compareStates } from '../change/compare-states.js';
import { suppose } from '../change/suppose.js';
import type { State } from '../change/state-difference.js';
import type { RunCommand } from '../command-line/command.js';
import { readProjectOptions, texts } from '../command-line/read-options.js';
import { exitCodes } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import { chooseAsOf, requestFor } from '../project/analyze-project.js';
import { excluder, without } from '../project/exclude.js';
import { findProject } from '../project/find-projects.js';
import { verdictSentence } from '../reports/difference/verdict-sentence.js';
import { dossierOf } from './report-dossier.js';
import { readDifferenceOptions, writeDifferences } from './write-difference.js';

/** `leastscope what-if`: what would become of needs, verdict and authorizations if something were taken out or added. */
export const run: RunCommand = async (input, host) => {
  const options = readProjectOptions(input, host);
  const told = readDifferenceOptions(input);
  const wishes = { drop: texts(input, 'drop'), add: texts(input, 'add') };
  if (wishes.drop.length + wishes.add.length === 0)
    throw new Misuse('what if what? --drop takes a scope, a file, a folder or a purpose, --add an endpoint');
  const engine = await host.loadEngine();
  const files = without(await excluder(options), createDiskFiles());
  const project = findProject(options, files);
  if (project.declaration === null)
    throw new Misuse(
      'there is no scope-declaration.yaml here or above to suppose changes of; `leastscope init` writes a first one',
    );
  const asOf = chooseAsOf(options.asOf, project.root, engine);
  const memory = createWorkspaceMemory().over(files);
  const request = requestFor(project, asOf, options, { engine, files, memory });
  const now = engine.analyze(request);
  const { wished, says } = suppose(request, now, wishes, options.cwd);
  const before = await stateOf(request, now, host);
  const after = await stateOf(wished, engine.analyze(wished), host);
  const difference = compareStates(before, after, engine.catalog);
  const verdict = verdictSentence(difference, engine.catalog, told.sellers);
  const title = `supposed: ${says.join('; ')}`;
  writeDifferences([{ title, verdict, difference }], { supposed: says }, told, options.cwd, host);
  return exitCodes.clean;
};

async function stateOf(request: AnalyzeRequest, analysis: State['analysis'], host: Host): Promise<State> {
  const { asOf, files, root } = request;
  const dossier = await dossierOf(analysis, root, asOf, 'processor', host);
  return { analysis, dossier, day: asOf, hasFile: (file) => files.fileExists(`${root}/${file}`) };
}
