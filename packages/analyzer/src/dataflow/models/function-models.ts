import { functionRow, type ExternalName, type FunctionEffect } from '../../builtins/functions.js';
import type { Tracker } from '../domain/tracker.js';
import {
  collapse,
  join,
  joinAll,
  mapPaths,
  untainted,
  ofEntries,
  withChange,
  type TaintValue,
} from '../domain/taint-value.js';
import {
  anyName,
  anyValueOf,
  charactersOf,
  elementOf,
  fieldOf,
  itemsOf,
  subsetOf,
} from '../domain/read-field.js';
import { urlOf } from './url-parts.js';
import { derive, intoText, type AccessPath } from '../domain/access-path.js';

/** What a well-known function of the runtime or of a package makes of what it is handed. */
type Model = (args: readonly TaintValue[], tracker: Tracker) => TaintValue;

const first: Model = ([value]) => value ?? untainted;
const text = ([value]: readonly TaintValue[]): TaintValue => mapPaths(collapse(value ?? untainted), intoText);
const texts: Model = (args) => mapPaths(collapse(joinAll(args)), intoText);
const nothingLeft: Model = () => untainted;
const listOf = (item: TaintValue): TaintValue => ofEntries([['[]', item]]);
const items = (value: TaintValue | undefined): TaintValue => elementOf(value ?? untainted);

function made([value, callback]: readonly TaintValue[], tracker: Tracker): TaintValue {
  return joinAll(
    [...(callback?.functions.values() ?? [])].map((one) =>
      tracker.resultOf(one, [itemsOf(value ?? untainted)]),
    ),
  );
}

function asJson(of: AccessPath): AccessPath {
  return of.form === 'value' ? derive(of, { form: 'json' }) : of;
}

/** The taint half of every effect; `values/builtins/known-functions.ts` has the other. Null: not followed. */
const models: Readonly<Record<FunctionEffect, Model | null>> = {
  first,
  firstAsText: text,
  encoded: text,
  json: ([value]) => mapPaths(collapse(value ?? untainted), asJson),
  parsed: ([value]) => withChange(value ?? untainted, { form: 'value' }),
  answer: nothingLeft,
  unique: nothingLeft,
  digest: nothingLeft,
  keys: nothingLeft,
  values: ([value]) => listOf(anyValueOf(value ?? untainted)),
  pairs: ([value]) => listOf(ofEntries([['1', anyValueOf(value ?? untainted)]])),
  ofPairs: ([value]) => {
    const pairs = items(value);
    return join(listOf(pairs), ofEntries([[anyName, fieldOf(pairs, '1')]]));
  },
  mapOfPairs: first,
  merged: (args) => joinAll(args),
  listed: first,
  chunked: ([value]) => listOf(subsetOf(value ?? untainted)),
  mapped: (args, tracker) => {
    const [list, callback] = args;
    if (callback === undefined || callback.functions.size === 0)
      return join(list ?? untainted, listOf(charactersOf(list ?? untainted)));
    return listOf(made(args, tracker));
  },
  sifted: ([value]) => subsetOf(value ?? untainted),
  flattened: ([value]) => join(value ?? untainted, listOf(items(items(value)))),
  grouped: ([value]) => ofEntries([[anyName, subsetOf(value ?? untainted)]]),
  groupedAsMap: ([value]) => listOf(ofEntries([['1', subsetOf(value ?? untainted)]])),
  listOfArguments: (args) => listOf(joinAll(args)),
  anyItem: ([value]) => items(value),
  settled: ([value]) => join(value ?? untainted, listOf(ofEntries([['value', items(value)]]))),
  ran: ([callback], tracker) =>
    joinAll([...(callback?.functions.values() ?? [])].map((one) => tracker.resultOf(one, []))),
  promised: nothingLeft,
  joinedPath: texts,
  url: (args, tracker) => urlOf(texts(args, tracker)),
  resolvedUrl: texts,
  searchParams: ([value]) => mapPaths(value ?? untainted, asJson),
  queryText: ([value]) => mapPaths(collapse(value ?? untainted), asJson),
  request: null,
  proxied: null,
  propertyByName: null,
  error: ([message, options]) =>
    ofEntries([
      ['message', text([message ?? untainted])],
      ['stack', text([message ?? untainted])],
      ['cause', fieldOf(options ?? untainted, 'cause')],
    ]),
  query: (args) => listOf(joinAll(args)),
  environment: nothingLeft,
  validated: first,
  validatedSafely: ([value]) => join(value ?? untainted, ofEntries([['data', value ?? untainted]])),
};

/** The function that passes on what it is handed; null when it is not known to. */
export function taintOfFunction(callee: ExternalName, isNew: boolean): Model | null {
  const row = functionRow(callee, isNew);
  return row === undefined ? null : models[row.effect];
}
