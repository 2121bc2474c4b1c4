import type { CallFact } from '../model/facts.js';
import { argumentsOf, functionsOf } from './called.js';
import { beginRound } from './create-flow.js';
import { openScope, parameterKey, type Flow } from './flow.js';
import { handOver } from './hand-over.js';
import {
  holdsFunctions,
  holdsParts,
  isNothing,
  join,
  nothing,
  ofEntries,
  signatureOf,
  withOpenFunctions,
  type FunctionRef,
  type Holding,
} from './holding.js';
import type { ImportReach } from './import-reach.js';
import { givenByMethod } from './list-methods.js';

/** More rounds than this only chase their own tail. */
const roundLimit = 16;

export interface Carried {
  /** Files that were looked through: those asked for, and those that something of a response is handed to. */
  readonly files: readonly string[];
  /** Functions that some call was seen to call, as `file#index`. */
  readonly called: ReadonlySet<string>;
}

/**
 * Carries what calls hand over into the functions they call, until nothing new arrives anywhere. Each function is looked
 * at with all its callers together. `fresh`: files that were not looked through before.
 */
export function carryArguments(
  flow: Flow,
  before: Carried,
  fresh: readonly string[],
  reach: ImportReach,
): Carried {
  const files = new Set([...before.files, ...fresh]);
  const called = new Set(before.called);
  let due: readonly string[] = [...files].filter((file) => fresh.includes(file));
  for (let round = 0; round < roundLimit && due.length > 0; round += 1) {
    beginRound(flow, due);
    const reached = new Set(due.flatMap((file) => carryFrom(flow, file, called, reach)));
    for (const file of reached) files.add(file);
    // What arrives in a file changes what it gives to those who import it.
    due = [...files].filter(
      (file) => reached.has(file) || [...reached].some((other) => reach.imports(file, other)),
    );
  }
  if (due.length > 0) flow.isExhausted = true;
  return { files: [...files].sort(), called };
}

/** The files of the functions that something new is handed to. */
function carryFrom(flow: Flow, file: string, called: Set<string>, reach: ImportReach): readonly string[] {
  return (flow.code.facts(file)?.calls ?? []).flatMap((call, index) =>
    handingsOf(flow, file, call, index).flatMap(({ callee, args }) => {
      called.add(`${callee.file}#${String(callee.function)}`);
      return carryInto(flow, { file, call, callee, args, reach }) ? [callee.file] : [];
    }),
  );
}

/** Functions that are called with arguments: by the call itself, or by the method that they are handed to. */
function handingsOf(
  flow: Flow,
  file: string,
  call: CallFact,
  index: number,
): readonly Pick<Handing, 'callee' | 'args'>[] {
  const scope = openScope(flow, file);
  const args = argumentsOf(flow, call, scope);
  const direct = functionsOf(flow, call, index, scope).map((callee) => ({ callee, args }));
  if (call.callee.kind !== 'member' || args[0] === undefined || args[0].functions.size === 0) return direct;
  const self = flow.holdingOf(call.callee.object, scope);
  const given = isNothing(self) ? null : givenByMethod(call.callee.name, self);
  if (given === null) return direct;
  return [...direct, ...[...args[0].functions.values()].map((callee) => ({ callee, args: given }))];
}

interface Handing {
  readonly file: string;
  readonly call: CallFact;
  readonly callee: FunctionRef;
  readonly args: readonly Holding[];
  readonly reach: ImportReach;
}

/** Whether anything new is handed over. */
function carryInto(flow: Flow, { file, call, callee, args, reach }: Handing): boolean {
  const params = flow.code.facts(callee.file)?.functions[callee.function]?.params ?? [];
  if (params.length === 0 || args.length === 0) return false;
  let isNew = false;
  params.forEach(({ rest }, position) => {
    const given = rest
      ? ofEntries(args.slice(position).map((arg, at) => [String(at), arg]))
      : (args[position] ?? nothing);
    if (isNothing(given) || !isOfInterest(given)) return;
    const handed = handOver(flow, withOpenFunctions(given), { from: file, to: callee.file, call, reach });
    const key = parameterKey(callee.file, callee.function, position);
    const before = flow.parameters.get(key) ?? nothing;
    const after = join(before, handed);
    if (signatureOf(after) === signatureOf(before)) return;
    flow.parameters.set(key, after);
    isNew = true;
  });
  return isNew;
}

/** Functions are handed over too: what is handed to them inside comes back to where they stand. */
function isOfInterest(given: Holding): boolean {
  return holdsParts(given) || holdsFunctions(given);
}
