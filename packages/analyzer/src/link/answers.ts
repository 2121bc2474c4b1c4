import type { Expression } from '../model/facts.js';
import type { Callees, CallSite, ClassRef, LinkedCode } from '../model/linked-code.js';
import { clientMethod, clientOf, type ClientCall } from './clients.js';
import { argumentsOf } from './evaluate-call.js';
import { openFrame } from './frames.js';
import type { Linker } from './linker.js';
import { urlParts } from './paths-of-urls.js';
import { requestParts } from './request-parts.js';
import { knownText } from './text.js';
import type { Alternative, Frame, Value } from './value.js';

/** What other rooms may ask of linked code: what is called, of which class something is, which texts it may be. */
export type Answers = Pick<LinkedCode, 'callees' | 'functionsIn' | 'classesOf' | 'textsOf'>;

/** Steps that one answer may take. */
const budgetOfAnswer = 4_000;

export function createAnswers(linker: Linker): Answers {
  const calleesKnown = new Map<string, Callees>();
  return {
    callees: (site) => {
      const key = `${site.file}#${String(site.call)}`;
      const known = calleesKnown.get(key);
      if (known !== undefined) return known;
      const found = bounded(linker, nothingCalled, () => calleesOf(linker, site));
      calleesKnown.set(key, found);
      return found;
    },
    functionsIn: (file, inside, expression) =>
      bounded(linker, nothingCalled, () => functionsIn(linker, expression, openFrame(linker, file, inside))),
    classesOf: (file, inside, expression) =>
      bounded(linker, [], () => classesOf(linker, expression, openFrame(linker, file, inside))),
    textsOf: (file, inside, expression) =>
      bounded(linker, null, () => textsOf(linker.evaluate(expression, openFrame(linker, file, inside)))),
  };
}

const nothingCalled: Callees = { functions: [], externals: [], request: null, isOpen: true };

/** Answers are by the way: code that nests without end gets none, and the run goes on. */
function bounded<T>(linker: Linker, otherwise: T, work: () => T): T {
  const before = linker.budget;
  linker.budget = budgetOfAnswer;
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return otherwise;
    throw error;
  } finally {
    linker.budget = before;
  }
}

function calleesOf(linker: Linker, site: CallSite): Callees {
  const call = linker.modules.facts(site.file)?.calls[site.call];
  if (call === undefined) return nothingCalled;
  const frame = openFrame(linker, site.file, call.function);
  const { callee } = call;
  const clients: ClientCall[] = [];
  if (callee.kind === 'member') {
    for (const { value } of linker.evaluate(callee.object, frame)) {
      const client = clientMethod(linker, value, callee.name);
      if (client !== null) clients.push(client);
    }
  }
  const values = calledValues(linker, callee, frame);
  for (const value of values) {
    const client = clientOf(linker, value);
    if (client !== null) clients.push(client);
  }
  return {
    ...functionsAmong(linker, values),
    request: clients.length === 0 ? null : { host: hostOf(linker, site, frame, clients) },
  };
}

function functionsIn(linker: Linker, expression: Expression, frame: Frame): Omit<Callees, 'request'> {
  return functionsAmong(linker, calledValues(linker, expression, frame));
}

function calledValues(linker: Linker, callee: Expression, frame: Frame): readonly Value[] {
  return linker.evaluate(callee, frame).flatMap(({ value }) => whole(linker, value));
}

function functionsAmong(linker: Linker, values: readonly Value[]): Omit<Callees, 'request'> {
  return {
    functions: values.flatMap((value) => functionOf(linker, value)),
    externals: values.flatMap((value) =>
      value.kind === 'external' ? [{ package: value.package, path: value.path }] : [],
    ),
    isOpen: values.length === 0 || values.some((value) => !isKnown(value)),
  };
}

/** A module that is called is what it exports as a whole. */
function whole(linker: Linker, value: Value): readonly Value[] {
  if (value.kind !== 'module') return [value];
  return linker.exported(value.file, '=').map((one) => one.value);
}

function functionOf(linker: Linker, value: Value): Callees['functions'] {
  // Arguments that `bind` put before the others would have to be counted; such a call stays open.
  if (value.kind === 'function')
    return (value.bound ?? []).length > 0 ? [] : [{ file: value.file, function: value.function }];
  if (value.kind !== 'class') return [];
  const constructor = linker.modules.facts(value.file)?.classes[value.class]?.constructor ?? null;
  return constructor === null ? [] : [{ file: value.file, function: constructor }];
}

function isKnown(value: Value): boolean {
  if (value.kind === 'function') return (value.bound ?? []).length === 0;
  return value.kind === 'external' || value.kind === 'class' || value.kind === 'client';
}

/** The host that a request goes to, where all that is known of it names one and the same. */
function hostOf(linker: Linker, site: CallSite, frame: Frame, clients: readonly ClientCall[]): string | null {
  const call = linker.modules.facts(site.file)?.calls[site.call];
  if (call === undefined) return null;
  const args = argumentsOf(linker, call, frame);
  const urls = clients.flatMap((client) => requestParts(linker, client, args).map(({ url }) => url));
  const hosts = new Set(urls.map((url) => hostIn(url, urlParts(linker.catalog, url).host)));
  const [only] = hosts;
  return hosts.size === 1 ? (only ?? null) : null;
}

function hostIn(url: Value, kind: string): string | null {
  if (url.kind !== 'text' || kind === 'platform') return null;
  const first = url.pieces[0];
  const text = first?.kind === 'piece' ? first.text : '';
  return /^https?:\/\/([\w.-]+\.[a-z]{2,})(?:[/:?#]|$)/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

function classesOf(linker: Linker, expression: Expression, frame: Frame): readonly (readonly ClassRef[])[] {
  return linker.evaluate(expression, frame).flatMap(({ value }) => {
    if (value.kind === 'instance') return [withBases(linker, value.of, [])];
    return value.kind === 'class' ? [withBases(linker, value, [])] : [];
  });
}

/** Classes may extend themselves through each other; each is named once. */
function withBases(
  linker: Linker,
  value: Extract<Value, { kind: 'class' }>,
  below: readonly ClassRef[],
): readonly ClassRef[] {
  const isSeen = below.some((one) => one.file === value.file && one.class === value.class);
  if (isSeen) return below;
  const chain = [...below, { file: value.file, class: value.class }];
  const base = linker.modules.facts(value.file)?.classes[value.class]?.extends ?? null;
  if (base === null) return chain;
  const above = linker.evaluate(base, value.frame)[0]?.value;
  return above?.kind === 'class' ? withBases(linker, above, chain) : chain;
}

function textsOf(values: readonly Alternative[]): readonly string[] | null {
  const texts = values.map(({ value }) => knownText(value));
  return texts.every((text) => text !== null) && texts.length > 0 ? texts : null;
}
