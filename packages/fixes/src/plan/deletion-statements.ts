import type { SeenStore } from '@leastscope/analyzer';
import type { PlanContext } from './planner.js';
import { rangeOf } from './range-of.js';

/** What deletes from one store all that is kept of somebody. */
export interface DeletionStatement {
  /** As the code says it: `prisma.label`, `orders`. */
  readonly store: string;
  /** The name that the store is reached by, and its type as far as the statement needs it. */
  readonly root: string;
  readonly type: string;
  /** The member of the root that the type is of; null: it is that of the root itself. */
  readonly member: string | null;
  /** An expression of `key`. */
  readonly code: string;
}

/** The statement for a store, after the one that writes into it; null where how it is written is not known. */
export function deletionFrom(
  { name, kind, written }: SeenStore,
  key: string,
  { textOf }: PlanContext,
): DeletionStatement | null {
  const at = written[0]?.at;
  const text = at === undefined ? null : textOf(at.file);
  if (at === undefined || text === null || kind !== 'database') return null;
  const call = text.slice(...rangeOf(text, at));
  for (const form of forms) {
    const made = form(name, call, key);
    if (made !== null) return { store: name, ...made };
  }
  return null;
}

type Form = (name: string, call: string, key: string) => Omit<DeletionStatement, 'store'> | null;

const column = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `prisma.label.create(…)` */
const prisma: Form = (name, _call, key) => {
  const model = /^prisma\.([\w$]+)$/.exec(name)?.[1];
  if (model === undefined) return null;
  const type = '{ readonly deleteMany: (of: object) => PromiseLike<unknown> }';
  return { root: 'prisma', member: model, type, code: `prisma.${model}.deleteMany({ where: { ${key} } })` };
};

/** `db.collection('labels').insertOne(…)` */
const collection: Form = (name, call, key) => {
  const root = rootBefore(call, String.raw`\.collection\(\s*['"\x60]`, name);
  if (root === null) return null;
  const type =
    '{ readonly collection: (name: string) => { readonly deleteMany: (of: object) => PromiseLike<unknown> } }';
  return { root, member: null, type, code: `${root}.collection('${name}').deleteMany({ ${key} })` };
};

/** `supabase.from('labels').insert(…)` */
const from: Form = (name, call, key) => {
  const root = rootBefore(call, String.raw`\.from\(\s*['"\x60]`, name);
  if (root === null) return null;
  const type =
    '{ readonly from: (table: string) => { readonly delete: () => { readonly eq: (column: string, value: string) => PromiseLike<unknown> } } }';
  return { root, member: null, type, code: `${root}.from('${name}').delete().eq('${column(key)}', ${key})` };
};

/** `knex('labels').insert(…)` */
const table: Form = (name, call, key) => {
  const root = rootBefore(call, String.raw`\(\s*['"\x60]`, name);
  if (root === null || !/\)\s*\.\s*insert\b/.test(call)) return null;
  const type =
    '(table: string) => { readonly where: (column: string, value: string) => { readonly del: () => PromiseLike<unknown> } }';
  return { root, member: null, type, code: `${root}('${name}').where('${column(key)}', ${key}).del()` };
};

/** `pool.query('insert into labels …', […])` */
const sql: Form = (name, call, key) => {
  const found = /^\s*(?:await\s+)?(?:this\.)?(?:[\w$]+\.)*?([\w$]+)\.(query|execute)\(/.exec(call);
  const [, root, method] = found ?? [];
  if (root === undefined || method === undefined || !/\b(?:insert|update|replace)\b/i.test(call)) return null;
  const mark = /\$\d/.test(call) ? '$1' : '?';
  const type = `{ readonly ${method}: (statement: string, values: string[]) => PromiseLike<unknown> }`;
  return {
    root,
    member: null,
    type,
    code: `${root}.${method}('delete from ${name} where ${column(key)} = ${mark}', [${key}])`,
  };
};

const forms: readonly Form[] = [prisma, collection, from, table, sql];

/** `db` in `this.db.collection('labels')`; null where the text does not name the store like this. */
function rootBefore(call: string, behind: string, name: string): string | null {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return /^[\w$.-]+$/.test(name)
    ? (new RegExp(String.raw`([\w$]+)\s*${behind}${plain}['"\x60]`).exec(call)?.[1] ?? null)
    : null;
}
