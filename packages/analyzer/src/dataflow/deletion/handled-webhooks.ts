import type { Catalog } from '@leastscope/scope-catalog';
import { placeOf } from '../../lookups/place-of.js';
import type { HandledWebhook } from '../../model/data-flow.js';
import type { Expression, FileFacts, TypeComparison } from '../../model/facts.js';
import type { Program } from '../../model/program.js';
import { exportOf } from '../tracking/export-of.js';
import { mayTakeWebhook } from '../tracking/webhook-bodies.js';
import { deletionAt } from './deletion-at.js';

export interface HandledInput {
  readonly program: Program;
  readonly catalog: Catalog;
  /** Files whose calls were resolved. */
  readonly files: readonly string[];
}

/**
 * The types of webhooks that the code asks for, and those that stand in one table with them; of withdrawals also what
 * deletes then. Only where what is asked has what every webhook of the platform has. Sorted by type.
 */
export function findHandledWebhooks(input: HandledInput): readonly HandledWebhook[] {
  const found = new Map<number, HandledWebhook>();
  for (const file of input.files)
    for (const one of handledIn(input, file)) {
      const known = found.get(one.type);
      if (known === undefined || (known.deletion === null && one.deletion !== null)) found.set(one.type, one);
    }
  return [...found.values()].sort((a, b) => a.type - b.type);
}

function handledIn(input: HandledInput, file: string): readonly HandledWebhook[] {
  const facts = input.program.facts(file);
  if (facts === null || !mayTakeWebhook(input.catalog, facts)) return [];
  const compared = facts.typeComparisons.flatMap((one) => comparedIn(input, file, facts, one));
  const listed = facts.typeComparisons.flatMap((one) => listedBeside(input, file, facts, one));
  return [...compared, ...listed];
}

function comparedIn(
  input: HandledInput,
  file: string,
  facts: FileFacts,
  comparison: TypeComparison,
): readonly HandledWebhook[] {
  const texts = input.program.textsOf(file, comparison.function, comparison.value) ?? [];
  const place = placeOf(file, facts.lineStarts, comparison.span);
  return typesOf(input.catalog, texts).map((type) => ({
    type,
    place,
    deletion: isWithdrawal(input.catalog, type) ? deletionAt(input, file, facts, comparison) : null,
  }));
}

/** `Topic.SELLER_DEAUTHORIZED`: the other members of `Topic`, where all of them are types. */
function listedBeside(
  { program, catalog }: HandledInput,
  file: string,
  facts: FileFacts,
  { value, span }: TypeComparison,
): readonly HandledWebhook[] {
  const table = value.kind === 'member' ? tableOf(program, file, value.object) : null;
  if (table === null) return [];
  const texts = table.entries.flatMap((entry) => program.textsOf(table.file, null, entry.value) ?? []);
  const types = typesOf(catalog, texts);
  if (types.length !== table.entries.length) return [];
  return types.map((type) => ({ type, place: placeOf(file, facts.lineStarts, span), deletion: null }));
}

interface Table {
  readonly file: string;
  readonly entries: Extract<Expression, { kind: 'object' }>['entries'];
}

/** The object that a name, or an imported one, stands for. */
function tableOf(program: Program, file: string, expression: Expression): Table | null {
  if (expression.kind === 'object') return { file, entries: expression.entries };
  if (expression.kind === 'name') {
    const bound = program.facts(file)?.bindings[expression.binding]?.value ?? null;
    return bound === null || bound.kind === 'name' ? null : tableOf(program, file, bound);
  }
  if (expression.kind !== 'import') return null;
  const target = program.resolve(file, expression.module);
  const found = target === null ? null : exportOf(program, target, expression.name);
  return found === null ? null : tableOf(program, found.file, found.value);
}

/** Numbers, and names of events that the platform's own lists have. */
function typesOf(catalog: Catalog, texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) =>
    catalog.webhooks
      .filter(({ type, event }) => String(type) === text || (event !== '' && event === text))
      .map(({ type }) => type),
  );
}

/** Whether a type tells that somebody withdrew the authorization. */
function isWithdrawal({ platform }: Catalog, type: number): boolean {
  return Object.values(platform.webhooks.withdrawal).includes(type);
}
