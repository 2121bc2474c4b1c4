import type { CallFact, Expression } from '../model/facts.js';
import type { SeenStore } from '../model/evidence.js';
import type { CallSite, Program } from '../model/program.js';
import { preparedStatements, type StandingStatement } from '../dataflow/hits/prepared-statement.js';
import { sinkOf } from '../dataflow/hits/sink-of.js';
import { definedName } from './defined-name.js';
import { kindOfPackage } from './store-kinds.js';

/** A store as one call names it. */
export interface NamedStore extends Pick<SeenStore, 'name' | 'kind'> {
  /** The text names this store and no other: a table, a collection, a key. Only then can a deletion be laid to it. */
  readonly isExact: boolean;
}

export function keyOfStore({ name, kind }: NamedStore): string {
  return `${kind} ${name}`;
}

/** The store that a call writes to or deletes from. */
export function storeOfCall(program: Program, site: CallSite, call: CallFact): NamedStore {
  const callees = program.callees(site);
  const sink = sinkOf(program.catalog, callees, call);
  const origin = callees.externals[0]?.package ?? sink?.package ?? '*';
  const kind = kindOfPackage(origin, call.calleeText);
  const [prepared] = preparedStatements(program, site.file, call);
  const exact =
    prepared === undefined
      ? exactName(program, site, call, kind, sink?.statement === 'sql')
      : tableOf(statementOf(program, prepared));
  return { name: exact ?? receiverOf(call), kind, isExact: exact !== null };
}

function exactName(
  program: Program,
  site: CallSite,
  call: CallFact,
  kind: SeenStore['kind'],
  isStatement: boolean,
): string | null {
  if (isStatement) return tableOf(textOf(program, site, call, call.args[0]?.value));
  if (kind === 'key-value') return keyPattern(call.args[0]?.value);
  if (kind === 'bucket') return bucketOf(program, site, call);
  if (kind === 'file') return fileOf(program, site, call);
  return collectionOf(program, site, call) ?? modelOf(call) ?? definedOf(program, site, call);
}

/** `insert into labels`, `update labels set`, `delete from labels`. */
function tableOf(statement: string | null): string | null {
  const found =
    /\b(?:insert\s+into|update|delete\s+from|replace\s+into|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?["'`[]?([\w.]+)/i;
  return statement === null ? null : (found.exec(statement)?.[1]?.toLowerCase() ?? null);
}

/** What a statement that was prepared before says. */
function statementOf(program: Program, { file, inside, value }: StandingStatement): string | null {
  const texts = program.textsOf(file, inside, value);
  return texts?.length === 1 ? (texts[0] ?? null) : null;
}

function textOf(
  program: Program,
  site: CallSite,
  call: CallFact,
  value: Expression | undefined,
): string | null {
  if (value === undefined) return null;
  if (value.kind === 'text') return value.text;
  const texts = program.textsOf(site.file, call.function, value);
  return texts?.length === 1 ? (texts[0] ?? null) : null;
}

/** `order:${id}` is one of `order:*`. */
function keyPattern(value: Expression | undefined): string | null {
  if (value?.kind === 'text') return value.text;
  const first = value?.kind === 'concat' ? value.parts[0] : undefined;
  return first?.kind === 'text' && first.text !== '' ? `${first.text}*` : null;
}

/** Names of calls that take the name of a table or a collection. */
const collectionCalls = new Set([
  'collection',
  'from',
  'into',
  'table',
  'ref',
  'model',
  'insertInto',
  'updateTable',
  'deleteFrom',
]);

/** `db.collection('orders').insertOne(…)`, `supabase.from('orders').insert(…)`, `knex('orders').insert(…)`. */
function collectionOf(program: Program, site: CallSite, call: CallFact): string | null {
  const facts = program.facts(site.file);
  let at: Expression | undefined = call.callee;
  for (let step = 0; step < 12 && at !== undefined && facts !== null; step += 1) {
    if (at.kind === 'member') at = at.object;
    else if (at.kind === 'name') {
      const bound: Expression | null | undefined = facts.bindings[at.binding]?.value;
      at = bound ?? undefined;
    } else if (at.kind === 'call') {
      const inner: CallFact | undefined = facts.calls[at.call];
      if (inner === undefined) return null;
      const name = inner.callee.kind === 'member' ? inner.callee.name : inner.calleeText;
      const named =
        collectionCalls.has(name) || name === 'knex'
          ? textOf(program, site, inner, inner.args[0]?.value)
          : null;
      if (named !== null) return named;
      at = inner.callee;
    } else return null;
  }
  return null;
}

/** Methods that are handed the table or the model that they are about. */
const takesModel =
  /^(?:insert|update|delete|save|remove|softDelete|softRemove|upsert|getRepository|getModel|model|forRoot)$/;

/** `db.insert(orders).values(…)`, `Order.create(…)`, `getRepository(Order).save(…)`: by what defines the table or the model. */
function definedOf(program: Program, { file }: CallSite, call: CallFact): string | null {
  const facts = program.facts(file);
  let at: CallFact | undefined = call;
  for (let step = 0; step < 12 && at?.callee.kind === 'member'; step += 1) {
    const [first] = at.args;
    const named: string | null =
      first === undefined || !takesModel.test(at.callee.name)
        ? null
        : definedName(program, file, first.value);
    if (named !== null) return named;
    const { object }: { readonly object: Expression } = at.callee;
    if (object.kind !== 'call') return definedName(program, file, object);
    at = facts?.calls[object.call];
  }
  return null;
}

/** `prisma.label.create` writes to `prisma.label`; `tx.label.create` inside a transaction does too. */
function modelOf(call: CallFact): string | null {
  const names = /^(?:this\.)?((?:[\w$]+\.)*?)(prisma|tx|trx|db|client|prismaClient)\.([\w$]+)\.[\w$]+$/i.exec(
    call.calleeText,
  );
  if (names?.[3] === undefined) return null;
  return `prisma.${names[3]}`;
}

function bucketOf(program: Program, site: CallSite, call: CallFact): string | null {
  const [given] = call.args;
  if (given?.value.kind !== 'object') return null;
  const entry = given.value.entries.find(({ key }) => key?.kind === 'text' && /^bucket$/i.test(key.text));
  return entry === undefined ? null : textOf(program, site, call, entry.value);
}

function fileOf(program: Program, site: CallSite, call: CallFact): string | null {
  const value = call.args[0]?.value;
  return textOf(program, site, call, value) ?? keyPattern(value);
}

/** The text before the method: what the code itself calls it. */
function receiverOf({ calleeText }: CallFact): string {
  const text = calleeText.replace(/\s+/g, ' ').replace(/ \./g, '.');
  const end = text.lastIndexOf('.');
  return (end > 0 ? text.slice(0, end) : text).replace(/^this\./, '').trim();
}
