import { sinkOf } from '../dataflow/hits/sink-of.js';
import type { CallFact, Expression, FileFacts } from '../model/facts.js';
import type { CallSite } from '../model/program.js';
import { plainColumn } from './columns.js';
import { chainOf, drizzleOperator, isChoosing } from './deletion-condition.js';
import { deletesSoftly, takesOne } from './deleting-call.js';
import { definedName } from './defined-name.js';
import type { EvidenceContext } from './evidence-context.js';
import { ageInStatement, ageOf } from './period.js';

type Asked = Pick<EvidenceContext, 'program' | 'catalog'>;

/** Times that every row has from the start. What is set later, or may be empty, would leave some rows for ever. */
const ofEveryRow =
  /^(?:created|inserted|updated|modified|received|stored|saved|synced|imported|fetched|ingested|recorded|timestamp)/;

/** Whether a column holds a time that every row has from the start. */
export function isEverySince(column: string): boolean {
  return ofEveryRow.test(plainColumn(column));
}

/** A deletion of all that is older than some time, and by nothing else: with the age, where it is constant. */
export function deletesByAge(
  { program, catalog }: Asked,
  site: CallSite,
  call: CallFact,
): { readonly after: string | null } | null {
  const facts = program.facts(site.file);
  if (facts === null || deletesSoftly(call) || takesOne(call)) return null;
  const sink = sinkOf(catalog, program.callees(site), call);
  if (sink?.statement === 'sql') return byStatement(call);
  if (sink?.kind !== 'delete') return null;
  const isTable = (value: Expression): boolean => definedName(program, site.file, value) !== null;
  const ages = [
    ...inChain(facts, call),
    ...call.args.map(({ value }) => (isTable(value) ? [] : inObject(value))),
  ];
  if (ages.includes(null)) return null;
  const found = ages.flatMap((one) => one ?? []);
  const [only] = found;
  return found.length === 1 && only !== undefined ? { after: ageOf(facts, only) } : null;
}

/** What each condition compares an age with; null for one that asks for something else. */
type Ages = readonly (readonly Expression[] | null)[];

function inChain(facts: FileFacts, call: CallFact): Ages {
  return chainOf(facts, call).map((one) => {
    if (one.callee.kind !== 'member') return one.callee.kind === 'name' ? [] : null;
    if (isChoosing(one.callee.name)) return [];
    const values = one.args.map(({ value }) => value);
    if (/^lte?$/.test(one.callee.name)) return ofColumn(values[0], values[1]);
    if (one.callee.name !== 'where') return null;
    if (values.length === 3) return isLess(values[1]) ? ofColumn(values[0], values[2]) : null;
    return values.length === 1 ? inComparison(facts, values[0]) : null;
  });
}

/** `lt(labels.createdAt, cutoff)` of Drizzle. */
function inComparison(facts: FileFacts, value: Expression | undefined): readonly Expression[] | null {
  const call = value?.kind === 'call' ? facts.calls[value.call] : undefined;
  if (call === undefined || !/^lte?$/.test(drizzleOperator(facts, call) ?? '')) return null;
  return ofColumn(call.args[0]?.value, call.args[1]?.value);
}

function isLess(value: Expression | undefined): boolean {
  return value?.kind === 'text' && /^<=?$/.test(value.text);
}

function ofColumn(
  column: Expression | undefined,
  value: Expression | undefined,
): readonly Expression[] | null {
  const name = column?.kind === 'text' ? column.text : column?.kind === 'member' ? column.name : '';
  return value !== undefined && isEverySince(name) ? [value] : null;
}

/** `{ where: { createdAt: { lt: cutoff } } }`, `{ createdAt: { $lt: cutoff } }`. */
function inObject(value: Expression): readonly Expression[] | null {
  if (value.kind !== 'object') return null;
  const where = value.entries.find(({ key }) => key?.kind === 'text' && /^(?:where|filter)$/.test(key.text));
  if (where !== undefined) return where.value.kind === 'object' ? inObject(where.value) : null;
  const [only] = value.entries;
  if (value.entries.length !== 1 || only?.key?.kind !== 'text' || only.value.kind !== 'object') return null;
  const [compared] = only.value.entries;
  if (only.value.entries.length !== 1 || compared?.key?.kind !== 'text') return null;
  return /^\$?lte?$/.test(compared.key.text) ? ofColumn(only.key, compared.value) : null;
}

/** `delete from labels where created_at < now() - interval '30 days'`. */
function byStatement({ args: [statement] }: CallFact): { readonly after: string | null } | null {
  const text = statement?.value.kind === 'text' ? statement.value.text : '';
  const found = /^\s*delete\s+from\s+\S+\s+where\s+(\S+)\s*<=?\s*([^;]+);?\s*$/i.exec(text);
  if (found === null || /\b(?:and|or)\b/i.test(found[2] ?? '') || !isEverySince(found[1] ?? '')) return null;
  return { after: ageInStatement(found[2] ?? '') };
}
