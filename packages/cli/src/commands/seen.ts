import type { Analysis } from '@leastscope/analyzer';
import { createDiskFiles } from '@leastscope/analyzer/disk';
import type { Catalog } from '@leastscope/scope-catalog';
import { analyzeOrRecall } from '../cache/analyze-or-recall.js';
import type { CommandInput, RunCommand } from '../command-line/command.js';
import { color, flag, readProjectOptions, text } from '../command-line/read-options.js';
import { countedNeeds } from '../documents/counted-needs.js';
import { missingScopeError } from '../documents/explain/missing-scope-page.js';
import { pageAsMarkdown } from '../documents/explain/page-markdown.js';
import { printPage } from '../documents/explain/page.js';
import { exitCodes, type ExitCode } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import { outputLayout, writeOutput } from '../output/write-output.js';
import { expandGlobs } from '../project/expand-globs.js';
import { findProject } from '../project/find-projects.js';
import type { Layout } from '../text/layout.js';
import { Held } from '../witnesses/reading/held.js';
import { witnessFiles } from '../witnesses/reading/open-witness.js';
import { readFrom } from '../witnesses/reading/read-from.js';
import { createRequestReader } from '../witnesses/requests/request-reader.js';
import { createCounter, type Tally } from '../witnesses/requests/tally.js';
import { holdAgainstCode } from '../witnesses/seen/hold-against-code.js';
import {
  manualRows,
  seenAsJson,
  seenPage,
  type SeenFile,
  type SeenRun,
} from '../witnesses/seen/seen-page.js';

/** `leastscope seen`: what a running system was seen to call, held against the code and the declaration. */
export const run: RunCommand = async (input, host) => {
  const options = { ...readProjectOptions(input, host), output: text(input, 'output'), color: color(input) };
  const { catalog } = await host.loadEngine();
  const { tally, files } = await readFiles(
    await expandGlobs(input.arguments, options.cwd),
    options.cwd,
    catalog,
    host,
  );
  if (files.every(({ requests }) => requests === 0))
    throw new Misuse(`${files[0]?.file ?? 'the file'} tells of no request that could be understood`);
  const project = findProject(options, createDiskFiles());
  const { projects } = await analyzeOrRecall({ base: project.root, projects: [project] }, options, host);
  const runs = projects.map(({ analysis }) =>
    seenOf(analysis, options.includeTests, { tally, files }, catalog),
  );
  const layout = outputLayout(options, host);
  writeOutput(runs.map((one) => print(one, input, layout)).join(''), options, host);
  return exitCodeOf(runs, flag(input, 'strict'));
};

async function readFiles(
  given: readonly string[],
  cwd: string,
  catalog: Catalog,
  host: Host,
): Promise<{ readonly tally: Tally; readonly files: readonly SeenFile[] }> {
  const counter = createCounter(catalog, Number(missingScopeError));
  const files: SeenFile[] = [];
  for (const file of witnessFiles(given, cwd, host)) {
    let requests = 0;
    const reader = createRequestReader((request) => {
      requests += 1;
      counter.add(request);
    }, counter.hosts);
    const { broken } = await readFrom(file, reader, new Held());
    files.push({ file: file.shown, requests, broken });
  }
  return { tally: counter.tally(), files };
}

function seenOf(
  { needs, declaration }: Analysis,
  includeTests: boolean,
  read: Pick<SeenRun, 'tally' | 'files'>,
  catalog: Catalog,
): SeenRun {
  const counted = countedNeeds(needs, includeTests);
  return { ...read, report: holdAgainstCode({ tally: read.tally, needs: counted, declaration, catalog }) };
}

function print(run: SeenRun, input: CommandInput, layout: Layout): string {
  const format = text(input, 'format');
  if (format === 'json') return seenAsJson(run);
  const page = seenPage(run);
  const rows = manualRows(run.report.notInCode);
  if (format === 'markdown') return pageAsMarkdown(page, rows);
  return (
    printPage(page, layout) +
    (rows === '' ? '' : `\nFor the declaration, if other code makes these calls:\n\n${rows}\n`)
  );
}

/** What was seen and is not explained is a finding; what was not seen is none, since a log is but a sample. */
function exitCodeOf(runs: readonly SeenRun[], isStrict: boolean): ExitCode {
  if (runs.some(({ report }) => report.notInCode.length + report.missingScope.length > 0))
    return exitCodes.findings;
  const isBroken = runs.some(({ files }) =>
    files.some(({ broken, requests }) => broken > 0 || requests === 0),
  );
  return isStrict && isBroken ? exitCodes.incomplete : exitCodes.clean;
}
