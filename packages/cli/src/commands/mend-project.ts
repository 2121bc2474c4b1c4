import type { Analysis } from '@leastscope/analyzer';
import type { DiskFiles } from '@leastscope/analyzer/disk';
import { findFailures, planFixes, type FilePlan, type FixPlan, type Operation } from '@leastscope/fixes';
import type { Mended, MendedFile } from '../documents/mend/mended.js';
import type { Host } from '../host/host.js';
import { analyzeFiles } from '../project/analyze-workspace.js';
import type { Project, Workspace } from '../project/find-projects.js';
import { selectFrom, type Selection } from '../project/selection.js';
import { askedRules, type FixOptions } from './fix-options.js';

export interface Mending {
  readonly workspace: Workspace;
  readonly project: Project;
  readonly files: DiskFiles;
  /** Null: everything. */
  readonly selection: Selection | null;
}

/**
 * Plans, applies in memory, and asks the engine again: a fix that does not take its finding away, or brings another one, is
 * taken back. Nothing is written here.
 */
export async function mendProject(mending: Mending, options: FixOptions, host: Host): Promise<Mended> {
  const { project } = mending;
  const files = readOnce(mending.files);
  const { catalog, ruleInfos } = await host.loadEngine();
  const rules = askedRules(
    options,
    ruleInfos.map(({ id }) => id),
  );
  const textOf = (file: string): string | null => files.readFile(`${project.root}/${file}`);
  const analysis = await analyzeOne(mending, files, options, host);
  const { ignoreReason } = options;
  const plan = planFixes(named(analysis, mending), { catalog, textOf, rules, ignoreReason });
  const { asked, notAsked } = byClass(plan, options);
  if (asked.length === 0) return { files: [], refused: [], notAsked, left: plan.left };
  const first = await apply(asked, textOf);
  const again = await analyzeOne(mending, withTexts(files, project.root, first.files), options, host);
  const bad = findFailures(
    analysis,
    again,
    first.files.flatMap(({ done }) => done),
  );
  if (bad.size === 0) return { ...first, notAsked, left: plan.left };
  const rest = asked.map((one) => ({ ...one, operations: one.operations.filter((op) => !bad.has(op)) }));
  const second = await apply(rest, textOf);
  const taken = [...bad].map(([operation, reason]) => ({ operation, reason }));
  return { files: second.files, refused: [...second.refused, ...taken], notAsked, left: plan.left };
}

function named(analysis: Analysis, { project, selection }: Mending): Analysis {
  return selection === null ? analysis : selectFrom(analysis, project.root, selection);
}

async function analyzeOne(
  { workspace, project }: Mending,
  files: DiskFiles,
  options: FixOptions,
  host: Host,
): Promise<Analysis> {
  const { projects } = await analyzeFiles({ ...workspace, projects: [project] }, options, host, { files });
  const [only] = projects;
  if (only === undefined) throw new Error('A project was analysed, and there is no analysis of it.');
  return only.analysis;
}

function byClass(plan: FixPlan, { classes }: FixOptions) {
  const wanted = (operation: Operation): boolean => classes.has(operation.safety);
  const asked = plan.files.flatMap((one): readonly FilePlan[] => {
    const operations = one.operations.filter(wanted);
    return operations.length === 0 ? [] : [{ ...one, operations }];
  });
  return { asked, notAsked: plan.files.flatMap(({ operations }) => operations.filter((op) => !wanted(op))) };
}

async function apply(
  plans: readonly FilePlan[],
  textOf: (file: string) => string | null,
): Promise<Pick<Mended, 'files' | 'refused'>> {
  // Late: it brings ts-morph along, a whole compiler, which nothing but this needs.
  const { applyPlan } = await import('./apply-plan.js');
  const applied = plans.map((plan) => {
    const before = textOf(plan.file) ?? '';
    return { plan, before, result: applyPlan(before, plan) };
  });
  const files = applied.flatMap(({ plan, before, result }): readonly MendedFile[] =>
    result.text === before
      ? []
      : [{ file: plan.file, digest: plan.digest, before, after: result.text, done: result.done }],
  );
  return { files, refused: applied.flatMap(({ result }) => result.refused) };
}

/** The plan is about the texts that were analysed, whatever happens to the files meanwhile. */
function readOnce(files: DiskFiles): DiskFiles {
  const texts = new Map<string, string | null>();
  const readFile = (path: string): string | null => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const text = files.readFile(path);
    texts.set(path, text);
    return text;
  };
  return { ...files, readFile };
}

function withTexts(files: DiskFiles, root: string, mended: readonly MendedFile[]): DiskFiles {
  const texts = new Map(mended.map(({ file, after }) => [`${root}/${file}`, after]));
  // What reads many at once, or goes by time and size, would see the disk.
  return {
    ...files,
    readMany: undefined,
    readFile: (path) => texts.get(path) ?? files.readFile(path),
    stamp: (path) => (texts.has(path) ? null : files.stamp(path)),
  };
}
