import {
  answersAsMethod,
  answersByName,
  registersAnswers,
  registersByName,
  serverActionDirective,
} from '../../lookups/framework-entry-points.js';
import type { CallFact, Expression, FileFacts } from '../../model/facts.js';
import { argumentsOf } from '../tracking/taint-of-call.js';
import { keptOfFile } from '../domain/ledger.js';
import { functionKey, anyCallerActivation, type Tracker } from '../domain/tracker.js';
import { functionsIn, type FunctionRef } from '../domain/taint-value.js';

/** Functions whose result a framework hands to whoever asked the app, as `file#index`. */
export type AnsweringFunctions = ReadonlySet<string>;

/** The functions that answer, among all that stand in these files or are registered there. */
export function findAnsweringFunctions(tracker: Tracker, files: readonly string[]): AnsweringFunctions {
  return new Set(
    files.flatMap((file) =>
      keptOfFile(tracker.ledger, tracker.found.answering, file, () => answeringIn(tracker, file)),
    ),
  );
}

function answeringIn(tracker: Tracker, of: string): readonly string[] {
  const facts = tracker.program.facts(of);
  if (facts === null) return [];
  return [
    ...exported(tracker, facts),
    ...methods(facts),
    ...facts.calls.flatMap((call, index) => registered(tracker, facts, call, index)),
  ].map(({ file, function: index }) => functionKey(file, index));
}

type At = Pick<FunctionRef, 'file' | 'function'>;

/** By the name of an export, and all exports of a file that says `'use server'`. */
function exported(tracker: Tracker, facts: FileFacts): readonly At[] {
  const { file } = facts;
  const directives = facts.prologues.filter(({ text }) => text === serverActionDirective);
  const isAction = directives.some((one) => one.function === null);
  return [
    ...directives.flatMap((one) => (one.function === null ? [] : [{ file, function: one.function }])),
    ...Object.entries(facts.exports)
      .filter(([name]) => isAction || answersByName(file, name))
      .flatMap(([, value]) => functionsOfExport(tracker, facts, value)),
  ];
}

/** `export const GET = withSession(async () => …)`: what a wrapper is handed answers too. */
function functionsOfExport(
  tracker: Tracker,
  { file, bindings, calls }: FileFacts,
  value: Expression,
): readonly At[] {
  const activation = anyCallerActivation(tracker, file);
  const own = functionsIn(tracker.evaluate(value, activation));
  if (own.length > 0) return own;
  const made = value.kind === 'name' ? bindings[value.binding]?.value : value;
  const call = made?.kind === 'call' ? calls[made.call] : undefined;
  return call === undefined ? [] : argumentsOf(tracker, call, activation).flatMap(functionsIn);
}

function methods({ file, classes, imports }: FileFacts): readonly At[] {
  return classes.flatMap(({ members }) =>
    Object.entries(members)
      .filter(([name]) => answersAsMethod(imports, name))
      .flatMap(([, { values }]) =>
        values.flatMap((value) => (value.kind === 'function' ? [{ file, function: value.function }] : [])),
      ),
  );
}

function registered(tracker: Tracker, facts: FileFacts, call: CallFact, index: number): readonly At[] {
  const { file } = facts;
  if (call.isDecorator) return isRegistration(tracker, file, call, index) ? decorated(facts, call) : [];
  // What is handed over is known at once; what is called may take the whole file: a list that is pushed to 5,000 times.
  const handed = argumentsOf(tracker, call, anyCallerActivation(tracker, file)).flatMap(functionsIn);
  return handed.length > 0 && isRegistration(tracker, file, call, index) ? handed : [];
}

/** Whether a call hands a framework functions that answer. */
export function isRegistration(tracker: Tracker, file: string, call: CallFact, index: number): boolean {
  if (!call.isDecorator && call.args.length === 0) return false;
  const callees = tracker.program.callees({ file, call: index });
  if (callees.externals.some(registersAnswers)) return true;
  if (!callees.isOpen || callees.functions.length > 0 || call.callee.kind !== 'member') return false;
  return registersByName(call.calleeText.slice(0, call.calleeText.lastIndexOf('.')), call.callee.name);
}

/** The method that a decorator stands at: the innermost function around it, which it is a part of. */
function decorated({ file, functions }: FileFacts, { span }: CallFact): readonly At[] {
  let found: { readonly index: number; readonly length: number } | null = null;
  for (const [index, { span: around }] of functions.entries()) {
    if (around[0] > span[0] || span[1] > around[1]) continue;
    const length = around[1] - around[0];
    if (found === null || length < found.length) found = { index, length };
  }
  return found === null ? [] : [{ file, function: found.index }];
}
