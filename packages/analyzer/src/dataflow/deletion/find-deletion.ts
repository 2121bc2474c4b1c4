import type { Catalog } from '@leastscope/scope-catalog';
import type { DeletionEvidence } from '../../model/data-flow.js';
import type { CallFact, Expression } from '../../model/facts.js';
import { placeOf } from '../../lookups/place-of.js';
import type { CallSite, Program } from '../../model/program.js';
import { isExportedEntry } from '../../lookups/framework-entry-points.js';
import { own } from '../../util/own.js';
import type { Place, RelatedPlace } from '../../model/place.js';
import { exportOf } from '../tracking/export-of.js';
import { effectsOfStatement } from '../hits/statement-effects.js';
import { sinkOf } from '../hits/sink-of.js';

export interface DeletionInput {
  readonly program: Program;
  readonly catalog: Catalog;
  /** The declared handler: `src/webhooks/deauthorize.ts#onDeauthorized`, relative to the root. */
  readonly handler: string;
  /** Files whose calls were resolved: any of them may call it. */
  readonly files: readonly string[];
  /** Files that import something of the handler's file: these may call it too. */
  readonly importersOf: (file: string) => readonly string[];
}

interface FunctionAt {
  readonly file: string;
  readonly function: number;
}

/** The type of the webhook that tells of a product's status; taken for the end of an authorization by mistake. */
const productStatus = '5';

/** What the declared deletion handler does, and who calls it. */
export function findDeletion(input: DeletionInput): DeletionEvidence {
  const { program, handler } = input;
  const [file = '', name = 'default'] = handler.split('#');
  const files = [...new Set([...input.files, file, ...input.importersOf(file)])].sort();
  const found = functionOf(program, file, name);
  if (found === null)
    return { handler: null, deletions: [], flags: [], isOpen: false, reachedFrom: [], mistakenTypes: [] };
  const reached = reachedBy(program, found);
  const effects = reached.flatMap((one) => effectsIn(input, one));
  const callers = callersOf({ program, files }, found);
  return {
    handler: placeOfFunction(program, found),
    deletions: effects.filter(({ effect }) => effect === 'deletes').map(({ seen }) => seen),
    flags: effects.filter(({ effect }) => effect === 'flags').map(({ seen }) => seen),
    isOpen: effects.some(({ effect }) => effect === 'open'),
    reachedFrom: [...callers, ...asRoute(program, found, name)].map(({ seen }) => seen),
    mistakenTypes: mistakenTypes(program, found, callers),
  };
}

/** An exported function, or a method of an exported class or object: `Webhooks.onDeauthorized`. */
function functionOf(program: Program, file: string, name: string): FunctionAt | null {
  const [first = '', method] = name.split('.');
  const found = exportOf(program, file, first);
  const value = found === null ? localOf(program, file, first) : found.value;
  const at = found?.file ?? file;
  if (value === null) return null;
  const whole = valueOf(program, at, value);
  const inner = method === undefined ? whole : memberOf(program, at, whole, method);
  return inner?.kind === 'function' ? { file: at, function: inner.function } : null;
}

/** One that is not exported is named all the same: it is the function that deletes. */
function localOf(program: Program, file: string, name: string): Expression | null {
  const index =
    program.facts(file)?.functions.findIndex((one) => one.name === name && one.parent === null) ?? -1;
  return index < 0 ? null : { kind: 'function', function: index };
}

function valueOf(program: Program, file: string, value: Expression): Expression | null {
  if (value.kind !== 'name') return value;
  return program.facts(file)?.bindings[value.binding]?.value ?? null;
}

function memberOf(program: Program, file: string, whole: Expression | null, name: string): Expression | null {
  if (whole?.kind === 'class') {
    const fact = program.facts(file)?.classes[whole.class];
    const member = fact === undefined ? undefined : (own(fact.members, name) ?? own(fact.statics, name));
    return member?.values[0] ?? null;
  }
  if (whole?.kind !== 'object') return null;
  return whole.entries.find(({ key }) => key?.kind === 'text' && key.text === name)?.value ?? null;
}

/** More functions than these are no handler any more. */
const reachLimit = 200;

/** The handler and all functions of the project that it calls, directly or through others. */
function reachedBy(program: Program, start: FunctionAt): readonly FunctionAt[] {
  const reached = new Map<string, FunctionAt>([[keyOf(start), start]]);
  for (const at of reached.values()) {
    if (reached.size > reachLimit) break;
    for (const [site] of callsIn(program, at))
      for (const callee of program.callees(site).functions) reached.set(keyOf(callee), callee);
  }
  return [...reached.values()];
}

function keyOf({ file, function: index }: FunctionAt): string {
  return `${file}#${String(index)}`;
}

/** Calls of a function, those of the functions written inside it included. */
function callsIn(program: Program, { file, function: index }: FunctionAt): readonly [CallSite, CallFact][] {
  const facts = program.facts(file);
  const span = facts?.functions[index]?.span;
  if (facts === null || span === undefined) return [];
  return facts.calls.flatMap((fact, call): [CallSite, CallFact][] =>
    span[0] <= fact.span[0] && fact.span[1] <= span[1] ? [[{ file, call }, fact]] : [],
  );
}

interface Effect {
  readonly effect: 'deletes' | 'flags' | 'open';
  readonly seen: RelatedPlace;
}

function effectsIn({ program, catalog }: DeletionInput, at: FunctionAt): readonly Effect[] {
  return callsIn(program, at).flatMap(([site, call]): readonly Effect[] => {
    const effect = effectOf(program, catalog, site, call);
    if (effect === null) return [];
    const place = placeAt(program, site);
    return [
      {
        effect,
        seen: { place, note: `\`${call.calleeText}\` ${effect === 'open' ? 'is not seen' : effect}` },
      },
    ];
  });
}

/** What names of functions say, where nothing else does. */
const deletes = /^(?:delete|destroy|remove|purge|erase|wipe|drop|unlink|forget|truncate|clear)/i;
const flags = /^(?:update|set|upsert|save|mark|flag|deactivate|disable|archive)/i;
const harmless =
  /^(?:log|info|warn|error|debug|json|send|status|find|get|select|query|has|is|where|eq|from)/i;

function effectOf(
  program: Program,
  catalog: Catalog,
  site: CallSite,
  call: CallFact,
): Effect['effect'] | null {
  const callees = program.callees(site);
  const sink = sinkOf(catalog, callees, call);
  if (sink?.statement === 'sql') return effectOfStatement(effectsOfStatement(program, site.file, call));
  if (sink?.kind === 'delete') return 'deletes';
  if (sink?.kind === 'store') return 'flags';
  if (sink !== null) return null;
  if (callees.functions.length > 0 || !callees.isOpen) return null;
  const name = call.callee.kind === 'member' ? call.callee.name : call.calleeText;
  if (deletes.test(name)) return 'deletes';
  if (flags.test(name)) return 'flags';
  return harmless.test(name) || call.isNew ? null : 'open';
}

function effectOfStatement(effects: ReturnType<typeof effectsOfStatement>): Effect['effect'] | null {
  if (effects === null) return 'open';
  if (effects.includes('delete')) return 'deletes';
  return effects.includes('store') ? 'flags' : null;
}

interface Caller {
  readonly site: CallSite;
  readonly call: CallFact;
  readonly seen: RelatedPlace;
}

/** Calls of the handler, and calls that it is handed to: a router, a table of webhooks. */
function callersOf(
  { program, files }: Pick<DeletionInput, 'program' | 'files'>,
  handler: FunctionAt,
): readonly Caller[] {
  return files.flatMap((file) =>
    (program.facts(file)?.calls ?? []).flatMap((fact, call): readonly Caller[] => {
      const site = { file, call };
      const isCalled = program.callees(site).functions.some((one) => keyOf(one) === keyOf(handler));
      if (isCalled)
        return [{ site, call: fact, seen: { place: placeAt(program, site), note: 'called here' } }];
      const isHanded = fact.args.some(({ value }) => mentions(program, file, value, handler));
      if (!isHanded) return [];
      return [{ site, call: fact, seen: { place: placeAt(program, site), note: 'registered here' } }];
    }),
  );
}

function mentions(program: Program, file: string, value: Expression, handler: FunctionAt): boolean {
  if (value.kind === 'object')
    return value.entries.some((entry) => mentions(program, file, entry.value, handler));
  if (value.kind === 'array') return value.items.some((item) => mentions(program, file, item.value, handler));
  if (value.kind === 'function') return file === handler.file && value.function === handler.function;
  if (value.kind === 'name') {
    const bound = program.facts(file)?.bindings[value.binding]?.value ?? null;
    return bound !== null && bound.kind !== 'name' && mentions(program, file, bound, handler);
  }
  if (value.kind !== 'import') return false;
  const target = program.resolve(file, value.module);
  const found = target === null ? null : functionOf(program, target, value.name);
  return found !== null && keyOf(found) === keyOf(handler);
}

function asRoute(program: Program, handler: FunctionAt, name: string): readonly Pick<Caller, 'seen'>[] {
  if (!isExportedEntry(handler.file, name)) return [];
  return [{ seen: { place: placeOfFunction(program, handler), note: 'the framework calls it by its name' } }];
}

/** Comparisons with 5 in the handler, or around a call of it. */
function mistakenTypes(program: Program, handler: FunctionAt, callers: readonly Caller[]): readonly Place[] {
  const files = new Set([handler.file, ...callers.map(({ site }) => site.file)]);
  return [...files].flatMap((file) => {
    const facts = program.facts(file);
    if (facts === null) return [];
    const inside = file === handler.file ? facts.functions[handler.function]?.span : undefined;
    return facts.typeComparisons.flatMap(({ value, span, guards, function: index }) => {
      const stands = inside !== undefined && inside[0] <= span[0] && span[1] <= inside[1];
      const leads = callers.some(
        ({ site, call }) => site.file === file && guards[0] <= call.span[0] && call.span[1] <= guards[1],
      );
      if (!stands && !leads) return [];
      const texts = program.textsOf(file, index, value);
      return texts?.length === 1 && texts[0] === productStatus ? [placeOf(file, facts.lineStarts, span)] : [];
    });
  });
}

function placeOfFunction(program: Program, { file, function: index }: FunctionAt): Place {
  const facts = program.facts(file);
  const span = facts?.functions[index]?.span ?? ([0, 0] as const);
  const [start] = span;
  return placeOf(file, facts?.lineStarts ?? [0], [start, start]);
}

function placeAt(program: Program, { file, call }: CallSite): Place {
  const facts = program.facts(file);
  return placeOf(file, facts?.lineStarts ?? [0], facts?.calls[call]?.calleeSpan ?? [0, 0]);
}
