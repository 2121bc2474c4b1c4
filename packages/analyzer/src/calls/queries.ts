import type { SiteMemory } from './site-memory.js';
import type { CodePoint, Expression } from '../model/facts.js';
import type { Callees, CallSite, ClassRef, Program } from '../model/program.js';
import { clientMethod, clientOf, type ClientCall } from '../values/clients.js';
import { argumentsOf } from '../values/evaluation/evaluate-call.js';
import { anyCallerFrame, callFrame } from '../values/frames.js';
import { waysTo } from '../values/guards-on-the-way.js';
import { fillsList } from '../lookups/fills-list.js';
import { isGlobalSlot } from '../values/global-slot.js';
import type { Interpreter } from '../values/interpreter.js';
import { recipientOf } from './recipient-of.js';
import { clientRequests } from '../requests/client-requests.js';
import { knownText } from '../values/text.js';
import type { Guarded, Frame, Value } from '../values/value.js';

/** What other rooms may ask of linked code: what is called, of which class something is, which texts it may be. */
export type Queries = Pick<Program, 'callees' | 'leadsTo' | 'functionsIn' | 'classesOf' | 'textsOf'>;

/** Steps that one answer may take. */
const budgetOfAnswer = 4_000;

export function createQueries(interpreter: Interpreter, { bySite }: SiteMemory): Queries {
  return {
    callees: bySite((site) => bounded(interpreter, nothingCalled, () => calleesOf(interpreter, site))),
    leadsTo: (site, callee, point) =>
      bounded(interpreter, true, () => leadsTo(interpreter, site, callee, point)),
    functionsIn: (file, inside, expression) =>
      bounded(interpreter, nothingCalled, () =>
        functionsIn(interpreter, expression, anyCallerFrame(interpreter, file, inside)),
      ),
    classesOf: (file, inside, expression) =>
      bounded(interpreter, [], () =>
        classesOf(interpreter, expression, anyCallerFrame(interpreter, file, inside)),
      ),
    textsOf: (file, inside, expression) =>
      bounded(interpreter, null, () =>
        textsOf(interpreter.evaluate(expression, anyCallerFrame(interpreter, file, inside))),
      ),
  };
}

const nothingCalled: Callees = { functions: [], externals: [], request: null, isOpen: true };

/** Answers are by the way: code that nests without end gets none, and the run goes on. */
function bounded<T>(interpreter: Interpreter, otherwise: T, work: () => T): T {
  try {
    return interpreter.meter.within(budgetOfAnswer, work);
  } catch (error) {
    if (error instanceof RangeError) return otherwise;
    throw error;
  }
}

function calleesOf(interpreter: Interpreter, site: CallSite): Callees {
  const facts = interpreter.modules.facts(site.file);
  const call = facts?.calls[site.call];
  if (call === undefined || fillsList(facts, call)) return nothingCalled;
  const frame = anyCallerFrame(interpreter, site.file, call.function);
  const { callee } = call;
  const clients: ClientCall[] = [];
  if (callee.kind === 'member') {
    for (const { value } of interpreter.evaluate(callee.object, frame)) {
      const client = clientMethod(interpreter, value, callee.name);
      if (client !== null) clients.push(client);
    }
  }
  const values = calledValues(interpreter, callee, frame);
  for (const value of values) {
    const client = clientOf(interpreter, value);
    if (client !== null) clients.push(client);
  }
  return {
    ...functionsAmong(interpreter, values),
    request: clients.length === 0 ? null : { recipient: recipientAt(interpreter, site, frame, clients) },
  };
}

function leadsTo(
  interpreter: Interpreter,
  site: CallSite,
  { file, function: index }: Callees['functions'][number],
  point: CodePoint,
): boolean {
  const call = interpreter.modules.facts(site.file)?.calls[site.call];
  if (call === undefined) return true;
  const frame = anyCallerFrame(interpreter, site.file, call.function);
  const called = calledValues(interpreter, call.callee, frame).flatMap((value) =>
    value.kind === 'function' && value.file === file && value.function === index ? [value] : [],
  );
  if (called.length === 0) return true;
  const args = argumentsOf(interpreter, call, frame);
  return called.some(
    (value) => waysTo(interpreter, point, callFrame(value, args, frame.depth + 1)).length > 0,
  );
}

function functionsIn(
  interpreter: Interpreter,
  expression: Expression,
  frame: Frame,
): Omit<Callees, 'request'> {
  return functionsAmong(interpreter, calledValues(interpreter, expression, frame));
}

function calledValues(interpreter: Interpreter, callee: Expression, frame: Frame): readonly Value[] {
  return interpreter.evaluate(callee, frame).flatMap(({ value }) => whole(interpreter, value));
}

function functionsAmong(interpreter: Interpreter, values: readonly Value[]): Omit<Callees, 'request'> {
  return {
    functions: values.flatMap((value) => functionOf(interpreter, value)),
    externals: values.flatMap((value) =>
      value.kind === 'external' ? [{ package: value.package, path: value.path }] : [],
    ),
    isOpen: values.length === 0 || values.some((value) => !isKnown(value)),
  };
}

/** A module that is called is what it exports as a whole. */
function whole(interpreter: Interpreter, value: Value): readonly Value[] {
  if (value.kind !== 'module') return [value];
  return interpreter.exported(value.file, '=').map((one) => one.value);
}

function functionOf(interpreter: Interpreter, value: Value): Callees['functions'] {
  // Arguments that `bind` put before the others would have to be counted; such a call stays open.
  if (value.kind === 'function')
    return (value.bound ?? []).length > 0 ? [] : [{ file: value.file, function: value.function }];
  if (value.kind !== 'class') return [];
  const constructor = interpreter.modules.facts(value.file)?.classes[value.class]?.constructor ?? null;
  return constructor === null ? [] : [{ file: value.file, function: constructor }];
}

function isKnown(value: Value): boolean {
  if (isGlobalSlot(value)) return false;
  if (value.kind === 'function') return (value.bound ?? []).length === 0;
  return value.kind === 'external' || value.kind === 'class' || value.kind === 'client';
}

/** To whom a request goes, where all that is known of it says one and the same. */
function recipientAt(
  interpreter: Interpreter,
  site: CallSite,
  frame: Frame,
  clients: readonly ClientCall[],
): string | null {
  const call = interpreter.modules.facts(site.file)?.calls[site.call];
  if (call === undefined) return null;
  const args = argumentsOf(interpreter, call, frame);
  return recipientOf(
    interpreter.catalog,
    clients.flatMap((client) => clientRequests(interpreter, client, args)),
  );
}

function classesOf(
  interpreter: Interpreter,
  expression: Expression,
  frame: Frame,
): readonly (readonly ClassRef[])[] {
  return interpreter.evaluate(expression, frame).flatMap(({ value }) => {
    if (value.kind === 'instance') return [withBases(interpreter, value.of, [])];
    return value.kind === 'class' ? [withBases(interpreter, value, [])] : [];
  });
}

/** Classes may extend themselves through each other; each is named once. */
function withBases(
  interpreter: Interpreter,
  value: Extract<Value, { kind: 'class' }>,
  below: readonly ClassRef[],
): readonly ClassRef[] {
  const isSeen = below.some((one) => one.file === value.file && one.class === value.class);
  if (isSeen) return below;
  const chain = [...below, { file: value.file, class: value.class }];
  const base = interpreter.modules.facts(value.file)?.classes[value.class]?.extends ?? null;
  if (base === null) return chain;
  const above = interpreter.evaluate(base, value.frame)[0]?.value;
  return above?.kind === 'class' ? withBases(interpreter, above, chain) : chain;
}

function textsOf(values: readonly Guarded[]): readonly string[] | null {
  // Of a list any place is as good as the first.
  const texts = values.map(({ value }) =>
    value.kind === 'unknown' && value.isNumber === true ? '0' : knownText(value),
  );
  return texts.every((text) => text !== null) && texts.length > 0 ? texts : null;
}
