import { doubtsOfNeeds } from '@leastscope/analyzer';
import { createDiskFiles } from '@leastscope/analyzer/disk';
import { analyzeOrRecall } from '../cache/analyze-or-recall.js';
import type { RunCommand } from '../command-line/command.js';
import { color, readProjectOptions, text } from '../command-line/read-options.js';
import { printPage } from '../documents/explain/page.js';
import { exitCodes } from '../host/exit-codes.js';
import { Misuse } from '../host/misuse.js';
import { outputLayout, writeOutput } from '../output/write-output.js';
import { findProject } from '../project/find-projects.js';
import { createAnswerReader } from '../witnesses/granted/answer-reader.js';
import { createGrantedCounter } from '../witnesses/granted/granted-counts.js';
import {
  grantedAsJson,
  grantedPages,
  hasDifference,
  type GrantedFile,
} from '../witnesses/granted/granted-page.js';
import { holdAgainstNeeds } from '../witnesses/granted/hold-against-needs.js';
import { Held } from '../witnesses/reading/held.js';
import { witnessFiles } from '../witnesses/reading/open-witness.js';
import { readFrom } from '../witnesses/reading/read-from.js';

/** `leastscope token`: what saved answers of the token endpoint grant, held against what the code needs. */
export const run: RunCommand = async (input, host) => {
  const options = { ...readProjectOptions(input, host), output: text(input, 'output'), color: color(input) };
  const { catalog } = await host.loadEngine();
  const counter = createGrantedCounter(catalog);
  const files: GrantedFile[] = [];
  for (const file of witnessFiles(input.arguments, options.cwd, host)) {
    let answers = 0;
    const reader = createAnswerReader((answer) => {
      answers += 1;
      counter.add(answer);
    });
    const { broken } = await readFrom(file, reader, new Held());
    files.push({ file: file.shown, answers, broken });
  }
  if (files.every(({ answers }) => answers === 0))
    throw new Misuse(`${files[0]?.file ?? 'the file'} holds no answer that names granted_scopes`);
  const project = findProject(options, createDiskFiles());
  const { projects } = await analyzeOrRecall({ base: project.root, projects: [project] }, options, host);
  const reports = projects.flatMap(({ analysis: { needs, declaration } }) =>
    holdAgainstNeeds({
      counts: counter.counts(),
      needs,
      catalog,
      doubtsAbout: doubtsOfNeeds(needs, { catalog, declaration, includeTests: options.includeTests }),
    }),
  );
  const layout = outputLayout(options, host);
  const said =
    text(input, 'format') === 'json'
      ? grantedAsJson({ reports, files })
      : grantedPages({ reports, files })
          .map((page) => printPage(page, layout))
          .join('\n');
  writeOutput(said, options, host);
  return hasDifference(reports) ? exitCodes.findings : exitCodes.clean;
};
