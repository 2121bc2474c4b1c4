import { acceptedFileName } from '@leastscope/analyzer';
import type {
  Analysis,
  AnalyzeRequest,
  Declaration,
  DeclarationMistake,
  WorkspaceMemory,
} from '@leastscope/analyzer';
import { askGit, headCommit, type DiskFiles } from '@leastscope/analyzer/disk';
import type { Engine } from '../host/engine.js';
import { Misuse } from '../host/misuse.js';
import type { Project } from './find-projects.js';
import type { ProjectOptions } from './project-options.js';

/** What of the options the engine is told. */
type Asked = Pick<ProjectOptions, 'includeTests' | 'extent'>;

export interface AnalysisTools {
  readonly engine: Engine;
  readonly files: DiskFiles;
  /** Lets a second analysis of almost the same files be quick. */
  readonly memory?: WorkspaceMemory;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Reads the declaration, if there is one, and analyses the code beside it. */
export function analyzeProject(
  project: Project,
  asOf: string,
  options: Asked,
  tools: AnalysisTools,
): Analysis {
  return tools.engine.analyze(requestFor(project, asOf, options, tools));
}

/** What the engine is asked about a project. */
export function requestFor(
  project: Project,
  asOf: string,
  { includeTests, extent }: Asked,
  tools: AnalysisTools,
): AnalyzeRequest {
  const { declaration, mistakes } = readDeclaration(project, tools);
  return {
    root: project.root,
    files: tools.files,
    catalog: tools.engine.catalog,
    declaration,
    mistakes,
    includeTests,
    asOf,
    severities: {},
    seeds: null,
    extent,
    ...(tools.memory === undefined ? {} : { memory: tools.memory }),
    ...(tools.onProgress === undefined ? {} : { onProgress: tools.onProgress }),
  };
}

interface ParsedDeclaration {
  readonly declaration: Declaration | null;
  readonly mistakes: readonly DeclarationMistake[];
}

function readDeclaration(
  { root, declaration }: Project,
  { engine, files }: AnalysisTools,
): ParsedDeclaration {
  if (declaration === null) return { declaration: null, mistakes: [] };
  const text = files.readFile(`${root}/${declaration}`);
  if (text !== null) {
    const accepted = files.readFile(`${root}/${acceptedFileName}`);
    const beside = accepted === null ? null : { file: acceptedFileName, text: accepted };
    return engine.parseDeclaration(text, declaration, engine.catalog, beside);
  }
  throw new Misuse(
    `${declaration} cannot be read: ${files.whyUnread(`${root}/${declaration}`) ?? 'it is gone'}`,
  );
}

/**
 * The day that expiry is judged by: as asked, else the date of the commit, else the newest date of the catalog. Never
 * today's: the same commit gives the same answer tomorrow.
 */
export function chooseAsOf(asked: string | null, folder: string, { catalog }: Engine): string {
  return asked ?? commitDate(folder) ?? catalog.date;
}

function commitDate(folder: string): string | null {
  // To start git costs as much as a small project.
  if (headCommit(folder) === '') return null;
  const answer = askGit(folder, ['log', '-1', '--format=%cs'])?.trim() ?? '';
  return answer === '' ? null : answer;
}
