import { placeAt } from '../dataflow/deletion/deletion-effects.js';
import type { CallFact, Expression, FileFacts } from '../model/facts.js';
import { perFile } from '../lookups/per-file.js';
import type { CallSite, Program } from '../model/program.js';
import { isEverySince } from './age-condition.js';
import { definedName } from './defined-name.js';
import { periodOfText } from './period.js';
import { keyOfStore, storeOfCall } from './store-of-call.js';
import type { TimedDeletion } from './timed-deletion.js';

/** Indexes by which the database itself removes what is too old: `{ expireAfterSeconds: 2592000 }` of MongoDB. */
export const expiringIn = perFile((program, file): readonly TimedDeletion[] => {
  const facts = program.facts(file);
  if (facts === null) return [];
  return facts.calls.flatMap((call, index): readonly TimedDeletion[] => {
    const site = { file, call: index };
    const after = expiryOf(call);
    const store = after === null ? null : storeOf(program, facts, site, call);
    if (after === null || store === null) return [];
    return [{ store, after, at: { place: placeAt(program, site), note: 'removed by an index' } }];
  });
});

/** The period, where the index is about a time that every row has, and about all rows. */
function expiryOf({ callee, args }: CallFact): string | null {
  if (callee.kind !== 'member' || !/^(?:index|createIndex|ensureIndex)$/.test(callee.name)) return null;
  const [columns, options] = args.map(({ value }) => value);
  if (columns?.kind !== 'object' || options?.kind !== 'object') return null;
  const [column, ...others] = columns.entries;
  if (column?.key?.kind !== 'text' || others.length > 0 || !isEverySince(column.key.text)) return null;
  const seconds = valueOf(options, 'expireAfterSeconds');
  if (seconds?.kind !== 'text' || valueOf(options, 'partialFilterExpression') !== null) return null;
  return periodOfText(seconds.text);
}

function valueOf({ entries }: Extract<Expression, { kind: 'object' }>, name: string): Expression | null {
  return entries.find(({ key }) => key?.kind === 'text' && key.text === name)?.value ?? null;
}

function storeOf(program: Program, facts: FileFacts, site: CallSite, call: CallFact): string | null {
  if (call.callee.kind !== 'member') return null;
  const model = modelOfSchema(program, site.file, facts, call.callee.object);
  if (model !== null) return keyOfStore({ name: model, kind: 'database', isExact: true });
  const store = storeOfCall(program, site, call);
  return store.isExact ? keyOfStore(store) : null;
}

/** `mongoose.model('Label', schema)`, for the schema that the index stands on. */
function modelOfSchema(
  program: Program,
  file: string,
  { calls }: FileFacts,
  schema: Expression,
): string | null {
  if (schema.kind !== 'name') return null;
  const index = calls.findIndex(({ args }) =>
    args.some(({ value }, at) => at > 0 && value.kind === 'name' && value.binding === schema.binding),
  );
  return index < 0 ? null : definedName(program, file, { kind: 'call', call: index });
}
