import type { Expression, FileFacts } from '../../model/facts.js';
import { everyName, type GivenNames } from '../../lookups/takes-value.js';
import { argumentsOf } from './taint-of-call.js';
import { keptOfFile } from '../domain/ledger.js';
import { anyCallerActivation, type Tracker } from '../domain/tracker.js';
import { isTainted } from '../domain/taint-value.js';

const none: GivenNames = new Set();

/**
 * The names by which a file gives paths of responses to those who import it: functions that give some back, and values
 * that hold some. Where they leave by other ways (methods, functions that go around as values, callbacks, barrels), every
 * name may be one.
 */
export function exportedSources(
  tracker: Tracker,
  file: string,
  sources: ReadonlyMap<string, GivenNames>,
): GivenNames {
  const facts = tracker.program.facts(file);
  if (facts === null) return none;
  if (passesOn(tracker, facts, sources)) return everyName;
  return keptOfFile(tracker.ledger, tracker.exported, file, () => ownSources(tracker, facts));
}

/** The same without what a barrel gives on. */
function ownSources(tracker: Tracker, facts: FileFacts): GivenNames {
  const { file } = facts;
  if (keepsParts(tracker, facts) || callsBack(tracker, facts)) return everyName;
  const names = new Set(exportsTaint(tracker, facts));
  const byFunction = exportedFunctions(facts);
  for (const index of facts.functions.keys()) {
    if (!isTainted(tracker.resultOf({ file, function: index, activation: null }, []))) continue;
    const name = byFunction.get(outermost(facts, index));
    if (name === undefined) return everyName;
    names.add(name);
  }
  return names;
}

/** A barrel gives on what the files behind it give. */
function passesOn(
  tracker: Tracker,
  { file, reExports }: FileFacts,
  sources: ReadonlyMap<string, GivenNames>,
): boolean {
  return reExports.some(({ module }) => {
    const target = tracker.program.resolve(file, module);
    return target !== null && sources.has(target);
  });
}

/** In fields of classes. */
function keepsParts(tracker: Tracker, { file, classes }: FileFacts): boolean {
  const activation = anyCallerActivation(tracker, file);
  return classes.some((fact) =>
    Object.values(fact.members).some(({ values }) =>
      values.some((value) => value.kind !== 'parameter' && isTainted(tracker.evaluate(value, activation))),
    ),
  );
}

/** Whether something of a response is handed to a function that came from somewhere else. */
function callsBack(tracker: Tracker, facts: FileFacts): boolean {
  const activation = anyCallerActivation(tracker, facts.file);
  return facts.calls.some(
    (call, index) =>
      (isParameter(facts, call.callee) || call.callee.kind === 'name') &&
      argumentsOf(tracker, call, activation).some(isTainted) &&
      (isParameter(facts, call.callee) || tracker.program.callees({ file: facts.file, call: index }).isOpen),
  );
}

function isParameter(facts: FileFacts, callee: Expression): boolean {
  if (callee.kind === 'member') return isParameter(facts, callee.object);
  if (callee.kind !== 'name') return callee.kind === 'parameter';
  return facts.bindings[callee.binding]?.value?.kind === 'parameter';
}

function exportsTaint(tracker: Tracker, { file, exports }: FileFacts): readonly string[] {
  const activation = anyCallerActivation(tracker, file);
  return Object.entries(exports).flatMap(([name, value]) =>
    isTainted(tracker.evaluate(value, activation)) ? [name] : [],
  );
}

/** Functions that are exported as they are, by their index; one under two names is told apart no further. */
function exportedFunctions(facts: FileFacts): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [name, value] of Object.entries(facts.exports)) {
    const of = value.kind === 'name' ? facts.bindings[value.binding]?.value : value;
    if (of?.kind !== 'function') continue;
    found.set(of.function, found.has(of.function) ? '*' : name);
  }
  return found;
}

function outermost({ functions }: FileFacts, index: number): number {
  let at = index;
  for (let parent = functions[at]?.parent; parent != null; parent = functions[at]?.parent) at = parent;
  return at;
}
