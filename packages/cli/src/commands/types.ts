import { createDiskFiles } from '@leastscope/analyzer/disk';
import { analyzeOrRecall } from '../cache/analyze-or-recall.js';
import type { RunCommand } from '../command-line/command.js';
import { readProjectOptions, text } from '../command-line/read-options.js';
import { printModule } from '../documents/least-data/print-module.js';
import { exitCodes } from '../host/exit-codes.js';
import { Misuse } from '../host/misuse.js';
import { writeOutput } from '../output/write-output.js';
import { findProject } from '../project/find-projects.js';
import { writeStats } from './write-stats.js';

/** `leastscope types`: types and a function that keep out of the app what no purpose allows. */
export const run: RunCommand = async (input, host) => {
  const options = readProjectOptions(input, host);
  const project = findProject(options, createDiskFiles());
  const { declaration: name } = project;
  if (name === null) {
    throw new Misuse(
      'types are made from a scope-declaration.yaml, and there is none here or above; `leastscope init` writes a first one',
    );
  }
  const workspace = { base: project.root, projects: [project] };
  const { projects } = await analyzeOrRecall(workspace, options, host);
  const { grantedFields, catalog } = await host.loadEngine();
  for (const { analysis } of projects) {
    const { declaration } = analysis;
    if (declaration === null || declaration.incomplete.length > 0)
      throw new Misuse(`${name} has mistakes; \`leastscope check\` lists them`);
    const grants = grantedFields(analysis, declaration, catalog);
    if (grants.length === 0)
      throw new Misuse(
        'the code calls no endpoint whose fields are known, so there is nothing to write types of',
      );
    writeOutput(printModule(grants, name), { cwd: options.cwd, output: text(input, 'output') }, host);
  }
  writeStats(projects, options, host);
  return exitCodes.clean;
};
