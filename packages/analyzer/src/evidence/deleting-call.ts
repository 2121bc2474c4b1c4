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

/** One row, or one key among those of a pattern: the rest stays. `delete` of Prisma takes a single row. */
function deletesOne({ calleeText, args }: CallFact): boolean {
  if (
    /(?:deleteOne|OneAndDelete|ById\w*|deleteItem|DeleteItemCommand|DeleteObjectCommand|deleteObject)$/.test(
      calleeText,
    )
  )
    return true;
  if (/(?:prisma|tx|trx|db|client)\.[\w$]+\.delete$/i.test(calleeText)) return true;
  return args[0]?.value.kind === 'concat';
}

/**
 * A deletion that a package or the runtime is known for, of everything that its condition's variables name. A constant
 * in the condition (`status: 'shipped'`) narrows it to some of the rows.
 */
export function deletesAll({ program, catalog }: Asked, site: CallSite, call: CallFact): boolean {
  if (deletesSoftly(call) || deletesOne(call)) return false;
  const sink = sinkOf(catalog, program.callees(site), call);
  if (sink?.statement === 'sql') return deletesByStatement(program, site, call);
  return sink?.kind === 'delete' && !call.args.some(({ value }) => narrows(value, 0));
}

function deletesByStatement(program: Asked['program'], { file }: CallSite, call: CallFact): boolean {
  const effects = effectsOfStatement(program, file, call);
  const [statement] = call.args;
  const text = statement?.value.kind === 'text' ? statement.value.text : null;
  if (effects === null || text === null || !effects.every((effect) => effect === 'delete')) return false;
  return !/'|\b(?:limit|is|in|like|not)\b|[<>]|=\s*(?:\d|true|false)/i.test(text);
}

const deepest = 6;

/** Words of the options, not of the condition. */
function narrows(value: Expression, depth: number): boolean {
  if (value.kind !== 'object') return value.kind === 'unknown' || depth > deepest;
  return value.entries.some(
    ({ key, value: inner }) =>
      key === null ||
      (inner.kind === 'text' && depth > 0) ||
      (inner.kind === 'text' && key.kind === 'text' && key.text !== 'Bucket') ||
      narrows(inner, depth + 1),
  );
}
