import { chainOf, isWholeChain, isWholeObject, type Subject } from './deletion-condition.js';
import { conditionsOf, valueFor } from './statement-conditions.js';
import { definedName } from './defined-name.js';
import { effectsOfStatement } from '../dataflow/hits/statement-effects.js';
import { sinkOf } from '../dataflow/hits/sink-of.js';
import type { CallFact, Expression } from '../model/facts.js';
import type { CallSite } from '../model/program.js';
import type { EvidenceContext } from './evidence-context.js';

interface Asked extends Pick<EvidenceContext, 'program' | 'catalog'> {
  readonly subject: Subject;
}

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
export function deletesAll(asked: Asked, site: CallSite, call: CallFact): boolean {
  const { program, catalog, subject } = asked;
  const facts = program.facts(site.file);
  if (facts === null || deletesSoftly(call) || takesOne(call)) return false;
  const sink = sinkOf(catalog, program.callees(site), call);
  if (sink?.statement === 'sql') return changesByStatement(asked, site, call, 'delete');
  if (sink?.kind !== 'delete' || !isWholeChain(facts, call, subject)) return false;
  const isTable = (value: Expression): boolean => definedName(program, site.file, value) !== null;
  return call.args.every(
    (arg, index) => isWholeArgument(arg, index, subject) || (index === 0 && isTable(arg.value)),
  );
}

/** The same of an update: it reaches all rows of the one who withdraws. */
export function updatesAll(asked: Asked, site: CallSite, call: CallFact): boolean {
  const { program, catalog, subject } = asked;
  const facts = program.facts(site.file);
  if (facts === null || takesOne(call)) return false;
  const sink = sinkOf(catalog, program.callees(site), call);
  if (sink?.statement === 'sql') return changesByStatement(asked, site, call, 'store');
  const conditions = [...chainOf(facts, call)].filter(isNarrowing);
  const isNamed = conditions.length > 0 || call.args.some(({ value }) => whereOf(value) !== null);
  if (sink?.kind !== 'store' || !isNamed) return false;
  return isWholeChain(facts, call, subject, isValues) && narrows(call, subject);
}

/** What narrows an update in its own arguments: `{ where }`, or Mongo's filter in front of the values. */
function narrows({ args, callee }: CallFact, subject: Subject): boolean {
  const wheres = args.flatMap(({ value }) => whereOf(value) ?? []);
  if (wheres.length > 0)
    return wheres.every((where) => where.kind === 'object' && isWholeObject(where, subject));
  const [filter] = args;
  const isMongo = args.length > 1 && callee.kind === 'member' && /^update\w*$/.test(callee.name);
  return !isMongo || (filter?.value.kind === 'object' && isWholeObject(filter.value, subject));
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

/** Options that leave some rows out. */
const limiting = /^(?:limit|take|skip|offset|top|first|last|cursor)$/;

function isWholeArgument(
  { value }: { readonly value: Expression },
  index: number,
  subject: Subject,
): boolean {
  // A first argument that is no condition is a row, a key, a path: one of many. Options may stand behind a condition.
  if (value.kind !== 'object') return index > 0;
  if (value.entries.some(({ key }) => key?.kind === 'text' && limiting.test(key.text))) return false;
  const where = whereOf(value);
  if (where !== null) return where.kind === 'object' && isWholeObject(where, subject);
  return index > 0 || value.entries.length === 0 || isWholeObject(value, subject);
}

function changesByStatement(
  { program, subject }: Asked,
  { file }: CallSite,
  call: CallFact,
  wanted: 'delete' | 'store',
): boolean {
  const effects = effectsOfStatement(program, file, call);
  const facts = program.facts(file);
  const [statement] = call.args;
  const text = statement?.value.kind === 'text' ? statement.value.text : null;
  if (facts === null || effects === null || text === null) return false;
  if (!effects.every((effect) => effect === wanted)) return false;
  const conditions = conditionsOf(text);
  if (conditions === null) return false;
  return (
    (wanted === 'delete' || conditions.length > 0) &&
    conditions.every(({ column, by }) => {
      const value = valueFor(facts, call, by);
      return subject.isNamed(column) && value !== null && subject.is(value);
    })
  );
}
