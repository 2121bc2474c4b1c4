import { createDiskFiles } from '@leastscope/analyzer/disk';
import { writeReport, type Dossier } from '@leastscope/documents';
import { analyzeOrRecall } from '../cache/analyze-or-recall.js';
import type { RunCommand } from '../command-line/command.js';
import { exitCodes } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import { writeOutput } from '../output/write-output.js';
import { findProject } from '../project/find-projects.js';
import { readPaperOptions, type PaperOptions } from './paper-options.js';
import { checkPapers } from './report-check.js';
import { dossierOf } from './report-dossier.js';
import { writePack } from './report-pack.js';
import { writeStats } from './write-stats.js';

/** `leastscope report`: the papers of the review, from code, declaration and catalog, with nothing invented. */
export const run: RunCommand = async (input, host) => {
  const options = readPaperOptions(input, host);
  const project = findProject(options, createDiskFiles());
  if (options.isCheck && project.declaration === null)
    throw new Misuse(
      '--check: there is no scope-declaration.yaml here to hold the papers against; `leastscope init` writes one',
    );
  const { asOf, projects } = await analyzeOrRecall(
    { base: project.root, projects: [project] },
    options,
    host,
  );
  const [analyzed] = projects;
  if (analyzed === undefined) throw new Error('an analysis of one project lacks it');
  const dossier = await dossierOf(analyzed.analysis, project.root, asOf, options.role, host);
  writeStats(projects, options, host);
  if (options.isCheck) return checkPapers(dossier, options, host);
  if (options.kind === null) return writePack(dossier, options, project.root, host);
  return writeOne(dossier, options.kind, options, host);
};

async function writeOne(
  dossier: Dossier,
  kind: NonNullable<PaperOptions['kind']>,
  options: PaperOptions,
  host: Host,
): Promise<number> {
  writeOutput(await writeReport(kind, options.format, dossier, options.variant), options, host);
  return exitCodes.clean;
}
