import type { Analysis, Finding } from '@leastscope/analyzer';
import type { CreatedFile, LeftFinding } from '../model/plan.js';
import { deletionFrom, type DeletionStatement } from './deletion-statements.js';
import type { PlanContext } from './planner.js';
import { handlerText, testText, type Skeleton } from './skeleton-text.js';

export interface PlannedFiles {
  readonly created: readonly CreatedFile[];
  readonly left: readonly LeftFinding[];
}

/**
 * A handler for the webhook that tells of the end of an authorization, which deletes from each store that the code is seen to
 * write to, and beside it a test that fails until somebody has written it. New files; never over what is there.
 */
export function deletionSkeleton(finding: Finding, analysis: Analysis, context: PlanContext): PlannedFiles {
  const { rule, place, data } = finding;
  if (rule !== 'no-deletion-on-deauthorization' || data['handler'] !== undefined) return nothing;
  const left = (reason: string): PlannedFiles => ({ created: [], left: [{ rule, place, reason }] });
  const skeleton = skeletonFor(finding, analysis, context);
  if (skeleton === null)
    return left('no store is seen to be written in a way that says how it is deleted from');
  const { folder, extension } = homeOf(analysis, context);
  const base = `${folder}deauthorized`;
  const [handler, test] = [`${base}.${extension}`, `${base}.test.${extension}`];
  if ([handler, test].some((file) => context.textOf(file) !== null))
    return left(`${handler} is there already`);
  const shared = { rule, finding: place, safety: 'unsafe' } as const;
  return {
    created: [
      {
        ...shared,
        file: handler,
        text: handlerText(skeleton),
        title: `Write a handler that deletes from ${storesOf(skeleton)}`,
      },
      {
        ...shared,
        file: test,
        text: testText(skeleton),
        title: 'Write its test, which fails until it is filled in',
      },
    ],
    left: [],
  };
}

const nothing: PlannedFiles = { created: [], left: [] };

function storesOf({ statements, unknown }: Skeleton): string {
  return [...statements.map(({ store }) => store), ...unknown].map((store) => `\`${store}\``).join(', ');
}

function skeletonFor({ data }: Finding, analysis: Analysis, context: PlanContext): Skeleton | null {
  const types = (data['webhooks'] ?? []) as readonly string[];
  const [type = ''] = types;
  const field = ownerField(Number(type), context);
  // Of a store that only possibly keeps such data, something else would be deleted.
  const stores = (analysis.evidence?.stores ?? []).filter(({ written }) =>
    written.some(({ isCertain }) => isCertain),
  );
  const key = field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const found = stores.map((store) => [store.name, deletionFrom(store, key, context)] as const);
  const statements = found.flatMap(([, statement]) => statement ?? []);
  const unknown = found.flatMap(([name, statement]) => (statement === null ? [name] : []));
  if (statements.length === 0) return null;
  const { isTyped, modules } = styleOf(analysis, context);
  return {
    type: Number(type),
    field,
    key,
    statements: distinct(statements),
    unknown,
    isTyped,
    modules,
    runner: runnerOf(context),
  };
}

/** Who withdraws, as the webhook's payload names it: `shop_id`, `creator_open_id`. */
function ownerField(type: number, { catalog }: PlanContext): string {
  const fields = catalog.webhookByType.get(type)?.data ?? [];
  return fields.find((field) => /^\w+_id$/.test(field)) ?? 'shop_id';
}

function distinct(statements: readonly DeletionStatement[]): readonly DeletionStatement[] {
  return [...new Map(statements.map((one) => [one.code, one])).values()];
}

/** Beside the code that keeps the data, in the language and the modules of that. */
function styleOf(analysis: Analysis, { textOf }: PlanContext): Pick<Skeleton, 'isTyped' | 'modules'> {
  const file = analysis.evidence?.stores[0]?.written[0]?.at.file ?? '';
  const text = textOf(file) ?? '';
  const isTyped = !/\.[cm]?jsx?$/.test(file);
  const isCommon =
    /\b(?:module\.exports|exports\.\w+\s*=)|\brequire\(/.test(text) && !/^\s*(?:import|export)\b/m.test(text);
  return { isTyped, modules: !isTyped && isCommon ? 'commonjs' : 'esm' };
}

function homeOf(
  analysis: Analysis,
  context: PlanContext,
): { readonly folder: string; readonly extension: string } {
  const file = analysis.evidence?.stores[0]?.written[0]?.at.file ?? '';
  const folder = file.startsWith('src/') ? 'src/webhooks/' : 'webhooks/';
  return { folder, extension: styleOf(analysis, context).isTyped ? 'ts' : 'js' };
}

/** The test runner that the app has; else Node's own. */
function runnerOf({ textOf }: PlanContext): Skeleton['runner'] {
  const manifest = textOf('package.json') ?? '';
  if (/"vitest"\s*:/.test(manifest)) return 'vitest';
  return /"jest"\s*:/.test(manifest) ? 'jest' : 'node:test';
}
