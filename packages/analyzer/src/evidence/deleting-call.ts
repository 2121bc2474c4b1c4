import { isWholeChain, isWholeObject, namesWhole } from './deletion-condition.js';
import { isConditional } from './is-conditional.js';
import { effectsOfStatement } from '../dataflow/hits/statement-effects.js';
import { sinkOf } from '../dataflow/hits/sink-of.js';
import type { CallFact, Expression } from '../model/facts.js';
import type { CallSite } from '../model/program.js';
import type { EvidenceContext } from './evidence-context.js';

type Asked = Pick<EvidenceContext, 'program' | 'catalog'>;

/** `softDelete(…)`, `softRemove(…)`: the row stays. */
export function deletesSoftly({ calleeText }: CallFact): boolean {
  return /(?:^|\.)soft\w*$/i.test(calleeText);
}

/** One row: the rest stays. `delete` of Prisma takes a single one. */
function deletesOne({ calleeText }: CallFact): boolean {
  if (
    /(?:deleteOne|OneAndDelete|ById\w*|deleteItem|DeleteItemCommand|DeleteObjectCommand|deleteObject)$/.test(
      calleeText,
    )
  )
    return true;
  return /(?:prisma|tx|trx|db|client)\.[\w$]+\.delete$/i.test(calleeText);
}

/**
 * A deletion that a package or the runtime is known for, of everything that is kept of the one who withdraws: always
 * carried out, and by no condition but the shop, the seller, the creator. `prisma.label.deleteMany({ where: { shopId } })`
 */
export function deletesAll({ program, catalog }: Asked, site: CallSite, call: CallFact): boolean {
  const facts = program.facts(site.file);
  if (facts === null || deletesSoftly(call) || deletesOne(call) || isConditional(facts, call)) return false;
  const sink = sinkOf(catalog, program.callees(site), call);
  if (sink?.statement === 'sql') return deletesByStatement(program, site, call);
  return sink?.kind === 'delete' && isWholeChain(facts, call) && call.args.every(isWholeArgument);
}

function isWholeArgument({ value }: { readonly value: Expression }, index: number): boolean {
  // A first argument that is no condition is a row, a key, a path: one of many. Options may stand behind a condition.
  if (value.kind !== 'object') return index > 0;
  const where = value.entries.find(({ key }) => key?.kind === 'text' && /^(?:where|filter)$/.test(key.text));
  if (where !== undefined) return where.value.kind === 'object' && isWholeObject(where.value);
  return index > 0 || value.entries.length === 0 || isWholeObject(value);
}

function deletesByStatement(program: Asked['program'], { file }: CallSite, call: CallFact): boolean {
  const effects = effectsOfStatement(program, file, call);
  const [statement] = call.args;
  const text = statement?.value.kind === 'text' ? statement.value.text : null;
  if (effects === null || text === null || !effects.every((effect) => effect === 'delete')) return false;
  return conditionsOf(text).every(namesWhole);
}

/** Left sides of the conditions of a statement; the whole condition where it is more than comparisons with a value. */
function conditionsOf(statement: string): readonly string[] {
  const [, where] = /\bwhere\b([\s\S]*)$/i.exec(statement) ?? [];
  if (where === undefined) return [];
  return where
    .split(/\band\b/i)
    .map((part) => /^\s*(\S+)\s*=\s*(?:\?|\$\d+|:\w+|@\w+)\s*;?\s*$/.exec(part)?.[1] ?? part);
}
