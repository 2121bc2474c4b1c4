import type { Catalog } from '@leastscope/scope-catalog';
import { placeOf } from '../../lookups/place-of.js';
import type { HandledWebhook } from '../../model/data-flow.js';
import { webhookTypesNamed } from '../../lookups/webhook-types-named.js';
import type { FileFacts, TypeComparison } from '../../model/facts.js';
import type { Program } from '../../model/program.js';
import { tableOf } from '../tracking/table-of.js';
import { tabledHandlers } from '../tracking/tabled-handlers.js';
import { mayTakeWebhook } from '../tracking/webhook-bodies.js';
import { deletionAt, deletionBy } from './deletion-at.js';

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
  return [...compared, ...listed, ...tabledIn(input, file, facts)];
}

/** `handlers[message.type]`: each row is asked for, and of withdrawals its function deletes. */
function tabledIn(input: HandledInput, file: string, facts: FileFacts): readonly HandledWebhook[] {
  return tabledHandlers(input.program, file).map(({ type, handler, span }) => ({
    type,
    place: placeOf(file, facts.lineStarts, span),
    deletion: handler !== null && isWithdrawal(input.catalog, type) ? deletionBy(input, handler) : null,
  }));
}

function comparedIn(
  input: HandledInput,
  file: string,
  facts: FileFacts,
  comparison: TypeComparison,
): readonly HandledWebhook[] {
  const texts = input.program.textsOf(file, comparison.function, comparison.value) ?? [];
  const place = placeOf(file, facts.lineStarts, comparison.span);
  return webhookTypesNamed(input.catalog, texts).map((type) => ({
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
  const texts = table.rows.flatMap((entry) => program.textsOf(table.file, null, entry.value) ?? []);
  const types = webhookTypesNamed(catalog, texts);
  if (types.length !== table.rows.length) return [];
  return types.map((type) => ({ type, place: placeOf(file, facts.lineStarts, span), deletion: null }));
}

/** Whether a type tells that somebody withdrew the authorization. */
function isWithdrawal({ platform }: Catalog, type: number): boolean {
  return Object.values(platform.webhooks.withdrawal).includes(type);
}
