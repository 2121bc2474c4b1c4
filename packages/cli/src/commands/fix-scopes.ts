import type { Analysis } from '@leastscope/analyzer';
import { createWorkspaceMemory, type DiskFiles } from '@leastscope/analyzer/disk';
import { existsSync, readFileSync } from 'node:fs';
import { editAlso } from '../documents/fix/edit-also.js';
import { editScopes } from '../documents/fix/edit-scopes.js';
import { alsoToDeclare } from '../documents/fix/missing-also.js';
import {
  isNothing,
  planFixes,
  whyIncomplete,
  type FixKind,
  type FixPlan,
} from '../documents/fix/plan-fixes.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import { analyzeFiles } from '../project/analyze-workspace.js';
import type { Project, Workspace } from '../project/find-projects.js';
import type { ProjectOptions } from '../project/project-options.js';
import { patchText, unifiedDiff } from '../text/diff.js';
import { visible } from '../text/visible.js';
import { writeFile } from '../output/write-file.js';

export interface FixOptions extends ProjectOptions {
  readonly fix: FixKind;
}

/** What was done to one declaration. */
export interface Fixed {
  /** As it was, and as it should be. */
  readonly before: string;
  readonly after: string;
  /** Relative to the base of the workspace. */
  readonly shown: string;
  readonly path: string;
  /** Sentences. */
  readonly done: readonly string[];
}

/** Rename, add, drop: after that many rounds there is nothing left, or the same would be tried again. */
const mostRounds = 4;

/** Mends the requested scopes of every project, in memory. */
export async function fixScopes(
  workspace: Workspace,
  files: DiskFiles,
  options: FixOptions,
  host: Host,
): Promise<readonly Fixed[]> {
  const fixed: Fixed[] = [];
  for (const project of workspace.projects) {
    fixed.push(await fixProject({ ...workspace, projects: [project] }, project, files, options, host));
  }
  return fixed;
}

async function fixProject(
  workspace: Workspace,
  project: Project,
  files: DiskFiles,
  options: FixOptions,
  host: Host,
): Promise<Fixed> {
  const memory = createWorkspaceMemory();
  const path = `${project.root}/${project.declaration ?? ''}`;
  const shown = project.folder + (project.declaration ?? '');
  const before = files.readFile(path) ?? '';
  const done: string[] = [];
  let after = before;
  for (let round = 0; round < mostRounds; round += 1) {
    const supposed = withText(files, path, after);
    const { projects } = await analyzeFiles(workspace, options, host, {
      files: supposed,
      memory: memory.over(supposed),
    });
    const [analysis] = projects.map((one) => one.analysis);
    if (analysis === undefined) break;
    if (analysis.declaration === null)
      throw new Misuse(`${shown} has mistakes that --fix cannot mend; check lists them`);
    const plan = planFixes(analysis, options.fix);
    if (isNothing(plan)) {
      const declared = options.fix === 'unsafe' ? await declareAlso(after, analysis, host) : null;
      done.push(...(declared?.done ?? []), ...leftAlone(analysis, options.fix));
      after = declared?.text ?? after;
      break;
    }
    const edited = editScopes(after, plan);
    if (edited === null)
      throw new Misuse(
        `${shown}: requestedScopes is written in a way that --fix leaves alone; by hand: ${sentences(plan).join('; ')}`,
      );
    after = edited;
    done.push(...sentences(plan));
  }
  return { before, after, shown, path, done };
}

/** What a purpose may take and does not declare yet, with a reason that is still to be written; null: nothing, or not safely. */
async function declareAlso(text: string, analysis: Analysis, host: Host) {
  const { catalog } = await host.loadEngine();
  const missing = alsoToDeclare(analysis, catalog);
  const edited = missing.length === 0 ? null : editAlso(text, missing);
  if (edited === null) return null;
  const done = missing.map(
    ({ purpose, category }) =>
      `declared ${category} under also of ${purpose}; say why, or drop what reads it`,
  );
  return { text: edited, done };
}

/** Writes what has changed. A byte order mark, which is no text, stays. */
export function writeFixed(fixed: readonly Fixed[]): void {
  for (const { before, after, path, shown } of fixed) {
    if (before === after) continue;
    const mark = existsSync(path) && readFileSync(path, 'utf8').startsWith('\ufeff') ? '\ufeff' : '';
    writeFile(path, mark + after, shown);
  }
}

/** What to tell of it: the sentences, or with `--dry-run` the difference. */
export function tellFixed(fixed: readonly Fixed[], mode: 'write' | 'dry-run'): string {
  const patch = fixed.flatMap(({ before, after, shown }) => unifiedDiff(shown, before, after));
  if (mode === 'dry-run' && patch.length > 0) return patchText(patch);
  const said =
    mode === 'dry-run' ? [] : fixed.flatMap(({ shown, done }) => done.map((one) => `${shown}: ${one}`));
  const lines = said.length > 0 ? said : ['nothing to fix in the requested scopes'];
  return lines.map((line) => `${visible(line)}\n`).join('');
}

function sentences({ rename, add, drop }: FixPlan): readonly string[] {
  return [
    ...[...rename].map(([from, to]) => `renamed ${from} to ${to}`),
    ...add.map(
      (scope) =>
        `added ${scope}; enable it in Manage API, and everybody who has authorized the app must do so again`,
    ),
    ...drop.map((scope) => `removed ${scope}; disable it in Manage API too`),
  ];
}

function leftAlone(analysis: Analysis, kind: FixKind): readonly string[] {
  const reason = whyIncomplete(analysis);
  const unused = analysis.needs.difference?.drop.length ?? 0;
  const doubtful = analysis.needs.difference?.possiblyUnused.length ?? 0;
  if (kind === 'safe' || reason === null || unused + doubtful === 0) return [];
  return [`removed nothing, because ${reason}, and that could need anything`];
}

/** The disk, with another text in one place. */
export function withText(files: DiskFiles, path: string, text: string): DiskFiles {
  return { ...files, readFile: (asked) => (asked === path ? text : files.readFile(asked)) };
}
