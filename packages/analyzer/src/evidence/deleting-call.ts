import { chainOf, isWholeChain, isWholeObject, namesWhole } from './deletion-condition.js';
import { definedName } from './defined-name.js';
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

/** One row: the rest stays. `delete` and `update` of Prisma take a single one. */
export function takesOne({ calleeText }: CallFact): boolean {
  if (
    /(?:(?:delete|update|replace)One|OneAnd\w+|ById\w*|(?:delete|update|put)Item|ItemCommand|DeleteObjectCommand|deleteObject)$/.test(
      calleeText,
    )
  )
    return true;
  return /(?:prisma|tx|trx|db|client)\.[\w$]+\.(?:delete|update|upsert)$/i.test(calleeText);
}

/**
 * A deletion that a package or the runtime is known for, of everything that is kept of the one who withdraws: by no
 * condition but the shop, the seller, the creator. `prisma.label.deleteMany({ where: { shopId } })`
 */
export function deletesAll({ program, catalog }: Asked, site: CallSite, call: CallFact): boolean {
  const facts = program.facts(site.file);
  if (facts === null || deletesSoftly(call) || takesOne(call)) return false;
  const sink = sinkOf(catalog, program.callees(site), call);
  if (sink?.statement === 'sql') return changesByStatement(program, site, call, 'delete');
  if (sink?.kind !== 'delete' || !isWholeChain(facts, call)) return false;
  const isTable = (value: Expression): boolean => definedName(program, site.file, value) !== null;
  return call.args.every((arg, index) => isWholeArgument(arg, index) || (index === 0 && isTable(arg.value)));
}

/** The same of an update: it reaches all rows of the one who withdraws. */
export function updatesAll({ program, catalog }: Asked, site: CallSite, call: CallFact): boolean {
  const facts = program.facts(site.file);
  if (facts === null || takesOne(call)) return false;
  const sink = sinkOf(catalog, program.callees(site), call);
  if (sink?.statement === 'sql') return changesByStatement(program, site, call, 'store');
  const conditions = [...chainOf(facts, call)].filter(isNarrowing);
  const isNamed = conditions.length > 0 || call.args.some(({ value }) => whereOf(value) !== null);
  return sink?.kind === 'store' && isNamed && isWholeChain(facts, call, isValues) && narrows(call);
}

/** What narrows an update in its own arguments: `{ where }`, or Mongo's filter in front of the values. */
function narrows({ args, callee }: CallFact): boolean {
  const wheres = args.flatMap(({ value }) => whereOf(value) ?? []);
  if (wheres.length > 0) return wheres.every((where) => where.kind === 'object' && isWholeObject(where));
  const [filter] = args;
  const isMongo = args.length > 1 && callee.kind === 'member' && /^update\w*$/.test(callee.name);
  return !isMongo || (filter?.value.kind === 'object' && isWholeObject(filter.value));
}

function whereOf(value: Expression): Expression | null {
  if (value.kind !== 'object') return null;
  return (
    value.entries.find(({ key }) => key?.kind === 'text' && /^(?:where|filter)$/.test(key.text))?.value ??
    null
  );
}

function isNarrowing({ callee }: CallFact): boolean {
  return callee.kind === 'member' && /^(?:where|eq|match|filter|andWhere)$/.test(callee.name);
}

/** The values that an update puts in, and the table that it is about. */
function isValues({ callee }: CallFact): boolean {
  return callee.kind === 'member' && /^(?:set|update|values|select)$/.test(callee.name);
}

function isWholeArgument({ value }: { readonly value: Expression }, index: number): boolean {
  // A first argument that is no condition is a row, a key, a path: one of many. Options may stand behind a condition.
  if (value.kind !== 'object') return index > 0;
  const where = value.entries.find(({ key }) => key?.kind === 'text' && /^(?:where|filter)$/.test(key.text));
  if (where !== undefined) return where.value.kind === 'object' && isWholeObject(where.value);
  return index > 0 || value.entries.length === 0 || isWholeObject(value);
}

function changesByStatement(
  program: Asked['program'],
  { file }: CallSite,
  call: CallFact,
  wanted: 'delete' | 'store',
): boolean {
  const effects = effectsOfStatement(program, file, call);
  const [statement] = call.args;
  const text = statement?.value.kind === 'text' ? statement.value.text : null;
  if (effects === null || text === null || !effects.every((effect) => effect === wanted)) return false;
  const conditions = conditionsOf(text);
  return (wanted === 'delete' || conditions.length > 0) && conditions.every(namesWhole);
}

/** Left sides of the conditions of a statement; the whole condition where it is more than comparisons with a value. */
function conditionsOf(statement: string): readonly string[] {
  const [, where] = /\bwhere\b([\s\S]*)$/i.exec(statement) ?? [];
  if (where === undefined) return [];
  return where
    .split(/\band\b/i)
    .map((part) => /^\s*(\S+)\s*=\s*(?:\?|\$\d+|:\w+|@\w+)\s*;?\s*$/.exec(part)?.[1] ?? part);
}
