import type { RuleInfo } from '@leastscope/analyzer';
import { createDiskFiles, forwardSlashes } from '@leastscope/analyzer/disk';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { RunCommand } from '../command-line/command.js';
import { text } from '../command-line/read-options.js';
import type { Host } from '../host/host.js';
import { pathFrom } from '../project/path-from.js';
import { Misuse } from '../host/misuse.js';
import { expandGlobs } from '../project/expand-globs.js';
import { mergeReports, type ReportPart } from '../reports/merge-reports.js';
import { readReport } from '../reports/read-report.js';
import { readReportOptions, type ReportOptions } from './report-options.js';
import { writeReports } from './write-reports.js';

/** `leastscope merge`: reports of packages or shards to the report of the whole, with its exit code. */
export const run: RunCommand = async (input, host) => {
  const cwd = resolve(host.cwd, text(input, 'cwd') ?? '.');
  const options = readReportOptions(input, 'json');
  const given = await expandGlobs(input.arguments, cwd);
  const merged = mergeReports(given.map((one) => readPart(one, cwd)));
  if (merged.kind === 'trouble') throw new Misuse(merged.reason);
  const report = readReport(merged.report, await rulesFor(options, host));
  if (report === null) throw new Misuse('these reports lack something that `check --format json` writes');
  const files = createDiskFiles();
  const base = forwardSlashes(cwd);
  const place = { base, cwd, sourceOf: (file: string) => files.readFile(pathFrom(base, file)) };
  return writeReports(report, place, options, host);
};

/** A report names its rules; only SARIF tells of them all. */
async function rulesFor({ outputs }: ReportOptions, host: Host): Promise<readonly RuleInfo[]> {
  return outputs.some(({ format }) => format === 'sarif') ? (await host.loadEngine()).ruleInfos : [];
}

/** `apps/a=report.json`, or a report alone: then its folder is where the declarations lie that it speaks of. */
function readPart(given: string, cwd: string): ReportPart {
  const [, folder, file = given] = /^([^=]*)=(.+)$/.exec(given) ?? [];
  const report = readJson(resolve(cwd, file), file);
  return { shown: file, report, folder: asPrefix(folder ?? folderOf(report, resolve(cwd, file), cwd)) };
}

function readJson(path: string, shown: string): ReportPart['report'] {
  if (!existsSync(path)) throw new Misuse(`there is no file ${shown}`);
  try {
    const report: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof report === 'object' && report !== null ? (report as ReportPart['report']) : {};
  } catch {
    throw new Misuse(`${shown} cannot be read as JSON`);
  }
}

/** A package writes its report into its own folder, beside its declaration; a shard speaks of the whole. */
function folderOf({ projects }: ReportPart['report'], path: string, cwd: string): string {
  const declarations = (Array.isArray(projects) ? (projects as readonly unknown[]) : []).map((project) =>
    typeof project === 'object' && project !== null && 'declaration' in project ? project.declaration : null,
  );
  const isBeside = declarations.every(
    (name) => typeof name === 'string' && existsSync(resolve(dirname(path), name)),
  );
  return declarations.length > 0 && isBeside ? relative(cwd, dirname(path)) : '';
}

function asPrefix(folder: string): string {
  const clean = forwardSlashes(folder).replace(/\/+$/, '');
  return clean === '' || clean === '.' ? '' : `${clean}/`;
}
