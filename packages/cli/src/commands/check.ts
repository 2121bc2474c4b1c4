import { createDiskFiles } from '@leastscope/analyzer/disk';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import { Misuse } from '../misuse.js';
import { analyzeWorkspace } from '../project/analyze-workspace.js';
import { findWorkspace } from '../project/find-projects.js';
import {
  color,
  flag,
  readProjectOptions,
  text,
  wholeNumber,
  type ProjectOptions,
} from '../project/read-options.js';
import { activeFindings, createReport, type CheckReport } from '../report.js';
import { reporters, type ReportFormat } from '../reporters/index.js';
import type { ColorChoice } from '../text/painter.js';
import { tool } from '../version.js';
import type { CommandInput, RunCommand } from './command.js';
import { outputPainter, writeOutput } from './write-output.js';

interface CheckOptions extends ProjectOptions, Tolerance {
  readonly format: ReportFormat;
  readonly output: string | null;
  readonly color: ColorChoice;
}

interface Tolerance {
  readonly strict: boolean;
  /** Null: any number. */
  readonly maxWarnings: number | null;
}

/** `leastscope check`: what code and declaration disagree about. */
export const run: RunCommand = async (input, host) => {
  const options = readOptions(input, host);
  const files = createDiskFiles();
  const workspace = findWorkspace(options, files);
  if (workspace.projects.every((project) => project.declaration === null)) {
    throw new Misuse(
      'there is no scope-declaration.yaml here or above; `leastscope init` writes a first one',
    );
  }
  const { asOf, projects } = await analyzeWorkspace(workspace, options, host);
  const { catalog, ruleInfos: rules } = await host.loadEngine();
  const named = { version: catalog.version, date: catalog.date };
  const report = createReport({ tool, catalog: named, asOf, rules }, projects);
  const painter = outputPainter(options, host);
  const sourceOf = (file: string): string | null => files.readFile(`${workspace.base}/${file}`);
  writeOutput(reporters[options.format](report, { painter, sourceOf }), options, host);
  return exitCodeOf(report, options);
};

function readOptions(input: CommandInput, host: Host): CheckOptions {
  return {
    ...readProjectOptions(input, host),
    format: readFormat(text(input, 'format')),
    output: text(input, 'output'),
    strict: flag(input, 'strict'),
    maxWarnings: wholeNumber(input, 'maxWarnings', '--max-warnings'),
    color: color(input),
  };
}

/** Findings win over incompleteness: what was found is sure, whatever was not read. */
export function exitCodeOf(report: CheckReport, { strict, maxWarnings }: Tolerance): ExitCode {
  if (activeFindings(report, 'error').length > 0) return exitCodes.findings;
  if (maxWarnings !== null && activeFindings(report, 'warning').length > maxWarnings)
    return exitCodes.findings;
  if (strict && (report.coverage.open > 0 || report.unread.length > 0)) return exitCodes.incomplete;
  return exitCodes.clean;
}

function readFormat(given: string | null): ReportFormat {
  return given !== null && given in reporters ? (given as ReportFormat) : 'pretty';
}
