import { own } from '../model/own.js';
import type { Callees } from '../model/linked-code.js';
import type { Flow } from './flow.js';
import {
  flattened,
  join,
  joinAll,
  mapParts,
  nothing,
  ofEntries,
  withChange,
  type Holding,
} from './holding.js';
import { itemIn } from './member-of.js';
import { asText } from './part.js';

/** What a well-known function of the runtime or of a package makes of what it is handed. */
type Passing = (args: readonly Holding[], flow: Flow) => Holding;

const first: Passing = ([value]) => value ?? nothing;
const json: Passing = ([value]) => withChange(flattened(value ?? nothing), { form: 'json' });
const text: Passing = ([value]) => mapParts(flattened(value ?? nothing), asText);
const parsed: Passing = ([value]) => withChange(value ?? nothing, { form: 'value' });
const nothingLeft: Passing = () => nothing;
const values: Passing = ([value]) => ofEntries([['[]', itemIn(value ?? nothing)]]);
const pairs: Passing = ([value]) => ofEntries([['[]', ofEntries([['1', itemIn(value ?? nothing)]])]]);
const run: Passing = ([callback], flow) =>
  joinAll([...(callback?.functions.values() ?? [])].map((one) => flow.returned(one, [])));
const mapped: Passing = ([value, callback], flow) => {
  const list = value ?? nothing;
  if (callback === undefined || callback.functions.size === 0) return list;
  const made = [...callback.functions.values()].map((one) => flow.returned(one, [itemIn(list)]));
  return ofEntries([['[]', joinAll(made)]]);
};
const safe: Passing = ([value]) => join(value ?? nothing, ofEntries([['data', value ?? nothing]]));

const byGlobal: Readonly<Record<string, Passing>> = {
  'JSON.stringify': json,
  'JSON.parse': parsed,
  structuredClone: first,
  'Object.freeze': first,
  'Object.seal': first,
  'Object.values': values,
  'Object.entries': pairs,
  'Object.keys': nothingLeft,
  'Object.fromEntries': ([value]) => ofEntries([['[]', itemIn(value ?? nothing)]]),
  'Object.assign': (args) => joinAll(args),
  'Array.from': mapped,
  'Array.isArray': nothingLeft,
  'Promise.all': first,
  'Promise.allSettled': first,
  'Promise.race': ([value]) => itemIn(value ?? nothing),
  'Promise.any': ([value]) => itemIn(value ?? nothing),
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
