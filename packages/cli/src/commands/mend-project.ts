import type { Analysis } from '@leastscope/analyzer';
import type { DiskFiles } from '@leastscope/analyzer/disk';
import {
  findFailures,
  planFixes,
  type CreatedFile,
  type FilePlan,
  type FixPlan,
  type Operation,
} from '@leastscope/fixes';
import type { Mended, MendedFile } from '../documents/mend/mended.js';
import type { Host } from '../host/host.js';
import { analyzeFiles } from '../project/analyze-workspace.js';
import type { Project, Workspace } from '../project/find-projects.js';
import { selectFrom, type Selection } from '../project/selection.js';
import { askedRules, type FixOptions } from './fix-options.js';
import { readOnce, withTexts } from './mended-files.js';

export interface Mending {
  readonly workspace: Workspace;
  readonly project: Project;
  readonly files: DiskFiles;
  /** Null: everything. */
  readonly selection: Selection | null;
}

/** Which of the changes that are possible are made. */
export type Choose = (changes: Changes, textOf: TextOf) => Promise<Changes>;
export type TextOf = (file: string) => string | null;

/** Changes of files, and new ones. */
export interface Changes {
  readonly plans: readonly FilePlan[];
  readonly created: readonly CreatedFile[];
}

/**
 * Plans, applies in memory, and asks the engine again: a fix that does not take its finding away, or brings another one, is
 * taken back. What is chosen of the rest is judged once more. Nothing is written here.
 */
export async function mendProject(
  mending: Mending,
  options: FixOptions,
  host: Host,
  choose: Choose | null,
): Promise<Mended> {
  const files = readOnce(mending.files);
  const { catalog, ruleInfos } = await host.loadEngine();
  const rules = askedRules(
    options,
    ruleInfos.map(({ id }) => id),
  );
  const textOf = (file: string): string | null => files.readFile(`${mending.project.root}/${file}`);
  const judge = (mended: Texts): Promise<Analysis> =>
    analyzeOne(mending, withTexts(files, mending.project.root, textsOf(mended)), options, host);
  const analysis = await analyzeOne(mending, files, options, host);
  const { ignoreReason } = options;
  const plan = planFixes(named(analysis, mending), { catalog, textOf, rules, ignoreReason });
  const { asked, notAsked } = byClass(plan, options);
  const run: Run = { analysis, judge, textOf };
  const possible = await carryOut(asked, run);
  const rest = { notAsked, left: plan.left };
  if (choose === null || possible.files.length + possible.created.length === 0)
    return { ...possible, ...rest };
  const chosen = await carryOut(await choose(withoutRefused(asked, possible), textOf), run);
  return { ...chosen, refused: [...possible.refused, ...chosen.refused], ...rest };
}

type Texts = Pick<Mended, 'files' | 'created'>;
type CarriedOut = Pick<Mended, 'files' | 'created' | 'refused'>;

interface Run {
  readonly analysis: Analysis;
  readonly judge: (mended: Texts) => Promise<Analysis>;
  readonly textOf: TextOf;
}

function textsOf({ files, created }: Texts): ReadonlyMap<string, string> {
  return new Map([...files, ...created].map((one) => [one.file, 'after' in one ? one.after : one.text]));
}

/** In memory, as far as the engine agrees to it. */
async function carryOut(asked: Changes, { analysis, judge, textOf }: Run): Promise<CarriedOut> {
  if (asked.plans.length + asked.created.length === 0) return { files: [], created: [], refused: [] };
  const first = { ...(await apply(asked.plans, textOf)), created: asked.created };
  const done = first.files.flatMap((file) => file.done);
  const after = await judge(first);
  const bad = findFailures(analysis, after, done);
  const created = isFaulty(after, asked.created) ? [] : asked.created;
  if (bad.size === 0 && created.length === asked.created.length) return first;
  const rest = asked.plans.map((one) => ({
    ...one,
    operations: one.operations.filter((planned) => ![...bad.keys()].some((op) => isOf(planned, op))),
  }));
  const second = await apply(rest, textOf);
  const taken = [...bad].map(([operation, reason]) => ({ operation, reason }));
  const faulty = asked.created
    .slice(created.length, created.length + 1)
    .map((operation) => ({ operation, reason: 'what would be written is found fault with' }));
  return { files: second.files, created, refused: [...second.refused, ...taken, ...faulty] };
}

/** Nobody is handed a new file that `check` finds fault with. */
function isFaulty({ findings }: Analysis, created: readonly CreatedFile[]): boolean {
  return findings.some(
    ({ place, severity }) => severity !== 'note' && created.some(({ file }) => file === place.file),
  );
}

/** What was planned, or what is planned for where it does not fit. */
function isOf(planned: Operation, done: Operation): boolean {
  return planned === done || (planned.kind === 'keepFields' && planned.otherwise === done);
}

/** The plan without what could not be done. */
function withoutRefused({ plans, created }: Changes, { files }: CarriedOut): Changes {
  const done = files.flatMap((file) => file.done);
  const kept = plans.map((one) => ({
    ...one,
    operations: one.operations.filter((planned) => done.some((op) => isOf(planned, op))),
  }));
  return { plans: kept.filter(({ operations }) => operations.length > 0), created };
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
  const wanted = ({ safety }: Pick<Operation, 'safety'>): boolean => classes.has(safety);
  const plans = plan.files.flatMap((one): readonly FilePlan[] => {
    const operations = one.operations.filter(wanted);
    return operations.length === 0 ? [] : [{ ...one, operations }];
  });
  // Handler and test are one change.
  const all = [...plan.files.flatMap(({ operations }) => operations), ...plan.created.slice(0, 1)];
  return {
    asked: { plans, created: plan.created.filter(wanted) },
    notAsked: all.filter((one) => !wanted(one)),
  };
}

async function apply(plans: readonly FilePlan[], textOf: TextOf): Promise<Pick<Mended, 'files' | 'refused'>> {
  if (plans.length === 0) return { files: [], refused: [] };
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
