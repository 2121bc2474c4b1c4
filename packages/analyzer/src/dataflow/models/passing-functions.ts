import { own } from '../../util/own.js';
import type { Callees } from '../../model/program.js';
import type { Tracker } from '../domain/tracker.js';
import {
  collapse,
  join,
  joinAll,
  mapPaths,
  untainted,
  ofEntries,
  withChange,
  type Holding,
} from '../domain/taint-value.js';
import { elementOf } from '../domain/read-field.js';
import { intoText } from '../domain/access-path.js';

/** What a well-known function of the runtime or of a package makes of what it is handed. */
type Passing = (args: readonly Holding[], tracker: Tracker) => Holding;

const first: Passing = ([value]) => value ?? untainted;
const json: Passing = ([value]) => withChange(collapse(value ?? untainted), { form: 'json' });
const text: Passing = ([value]) => mapPaths(collapse(value ?? untainted), intoText);
const parsed: Passing = ([value]) => withChange(value ?? untainted, { form: 'value' });
const nothingLeft: Passing = () => untainted;
const values: Passing = ([value]) => ofEntries([['[]', elementOf(value ?? untainted)]]);
const pairs: Passing = ([value]) => ofEntries([['[]', ofEntries([['1', elementOf(value ?? untainted)]])]]);
const all: Passing = (args) => ofEntries([['[]', joinAll(args)]]);
const run: Passing = ([callback], tracker) =>
  joinAll([...(callback?.functions.values() ?? [])].map((one) => tracker.resultOf(one, [])));
const mapped: Passing = ([value, callback], tracker) => {
  const list = value ?? untainted;
  if (callback === undefined || callback.functions.size === 0) return list;
  const made = [...callback.functions.values()].map((one) => tracker.resultOf(one, [elementOf(list)]));
  return ofEntries([['[]', joinAll(made)]]);
};
const safe: Passing = ([value]) => join(value ?? untainted, ofEntries([['data', value ?? untainted]]));

const byGlobal: Readonly<Record<string, Passing>> = {
  'JSON.stringify': json,
  'JSON.parse': parsed,
  structuredClone: first,
  'Object.freeze': first,
  'Object.seal': first,
  'Object.values': values,
  'Object.entries': pairs,
  'Object.keys': nothingLeft,
  'Object.fromEntries': ([value]) => ofEntries([['[]', elementOf(value ?? untainted)]]),
  'Object.assign': (args) => joinAll(args),
  'Array.from': mapped,
  'Array.isArray': nothingLeft,
  'Promise.all': first,
  'Promise.allSettled': first,
  'Promise.race': ([value]) => elementOf(value ?? untainted),
  'Promise.any': ([value]) => elementOf(value ?? untainted),
  'Promise.resolve': first,
  'new.Set': first,
  'new.Map': first,
  'new.Array': first,
  String: text,
  Number: nothingLeft,
  Boolean: nothingLeft,
  parseInt: nothingLeft,
  parseFloat: nothingLeft,
  isNaN: nothingLeft,
  'Number.isFinite': nothingLeft,
  'Number.isInteger': nothingLeft,
  'new.Date': nothingLeft,
  'new.Promise': nothingLeft,
  encodeURIComponent: first,
  encodeURI: first,
};

const lodash = {
  cloneDeep: first,
  clone: first,
  compact: first,
  uniqBy: first,
  sortBy: first,
  flatten: first,
};

const byPackage: Readonly<Record<string, Readonly<Record<string, Passing>>>> = {
  lodash,
  'lodash-es': lodash,
  'camelcase-keys': { '': first },
  'snakecase-keys': { '': first },
  react: { cache: first, useMemo: run, useCallback: first },
  'p-retry': { '': run },
  // What makes a query holds what is put into it; the database that runs it keeps it.
  'drizzle-orm': { sql: all, raw: all, join: all },
  slonik: { sql: all, unsafe: all, fragment: all, typeAlias: all, join: all },
  '@prisma/client': { sql: all, join: all, raw: all },
  'sql-template-tag': { '': all, sql: all, join: all },
  'sql-template-strings': { '': all, SQL: all },
  postgres: { '()': first },
  zod: { parse: first, parseAsync: first, safeParse: safe, safeParseAsync: safe },
  util: { inspect: json, promisify: first },
};

const globalObjects = new Set(['globalThis', 'window', 'self', 'global']);

/** The function that passes on what it is handed; null when it is not known to. */
export function passingFunction(callee: Callees['externals'][number], isNew: boolean): Passing | null {
  const name = callee.package.replace(/^node:/, '');
  const path = callee.path.filter((step) => step !== 'default' && !globalObjects.has(step));
  if (name === 'global') return own(byGlobal, [...(isNew ? ['new'] : []), ...path].join('.')) ?? null;
  const table = own(byPackage, name);
  return table === undefined ? null : (own(table, path.at(-1) ?? '') ?? null);
}
