import { loadCatalog, type Catalog } from '@leastscope/scope-catalog';
import type { Node } from 'ts-morph';
import { analyze } from './analyze.js';
import { parseDeclaration } from './declaration/parse-declaration.js';
import type { Analysis } from './model/analysis.js';
import type { Finding } from './model/finding.js';
import type { Use } from './model/needs.js';
import { nodeAt } from './morph/node-at.js';
import { projectFiles, type MorphProject } from './morph/project-files.js';

export type { MorphProject } from './morph/project-files.js';

export interface ProjectRequest {
  /** Absolute path that places are relative to; absent: the current directory of the project's file system. */
  readonly root?: string;
  /** Text of the declaration, named `scope-declaration.yaml`; absent: the file of that name in the root, if there is one. */
  readonly declaration?: string;
  /** Count uses in tests as needed; absent: no. */
  readonly includeTests?: boolean;
  /** The day that expiry is judged by, `YYYY-MM-DD`; absent: the catalog's date. */
  readonly asOf?: string;
  /** Absent: the catalog that comes along. */
  readonly catalog?: Catalog;
}

/** Something found, and the node that it was found at; null where it stands in no file of the project. */
export type WithNode<T> = T & { readonly node: Node | null };

export interface ProjectAnalysis {
  /** As from `analyze`: what is not here with its node, such as data flows, stands there with its places. */
  readonly analysis: Analysis;
  /** Silenced ones included. */
  readonly findings: readonly WithNode<Finding>[];
  readonly uses: readonly WithNode<Use>[];
}

const declarationFile = 'scope-declaration.yaml';

/**
 * Asks the engine about a project of ts-morph: its files are judged as the project holds them, saved or not. ts-morph itself
 * is not loaded by this; whoever hands the project in has it.
 *
 * @example
 * const project = new Project({ tsConfigFilePath: 'tsconfig.json' });
 * for (const { rule, node } of analyzeProject(project).findings) console.log(rule, node?.getText());
 */
export function analyzeProject(project: MorphProject, request: ProjectRequest = {}): ProjectAnalysis {
  const files = projectFiles(project);
  const catalog = request.catalog ?? loadCatalog();
  const root = (request.root ?? project.getFileSystem().getCurrentDirectory()).replace(/\/+$/, '');
  const text = request.declaration ?? files.readFile(`${root}/${declarationFile}`);
  const declared =
    text === null ? { declaration: null, mistakes: [] } : parseDeclaration(text, declarationFile, catalog);
  const { includeTests = false, asOf = catalog.date } = request;
  const judged = { root, files, catalog, ...declared, includeTests, asOf };
  const analysis = analyze({ ...judged, severities: {}, seeds: null });
  const withNode = <T extends Finding | Use>(one: T): WithNode<T> => ({
    ...one,
    node: nodeAt(project, root, one.place),
  });
  return { analysis, findings: analysis.findings.map(withNode), uses: analysis.needs.uses.map(withNode) };
}
