import type { Catalog } from '@leastscope/scope-catalog';
import type { DeletionEvidence } from '../../model/data-flow.js';
import type { CallFact, Expression } from '../../model/facts.js';
import { placeOf } from '../../lookups/place-of.js';
import type { CallSite, Program } from '../../model/program.js';
import { isExportedEntry } from '../../lookups/framework-entry-points.js';
import { own } from '../../util/own.js';
import type { Place, RelatedPlace } from '../../model/place.js';
import { exportOf } from '../tracking/export-of.js';
import { effectsIn, placeAt, placeOfFunction } from './deletion-effects.js';
import { keyOf, reachedBy, type FunctionAt } from './reached-functions.js';

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

/** The type of the webhook that tells of a product's status; taken for the end of an authorization by mistake. */
const productStatus = '5';

/** What the declared deletion handler does, and who calls it. */
export function findDeletion(input: DeletionInput): DeletionEvidence {
  const { program, catalog, handler } = input;
  const [file = '', name = 'default'] = handler.split('#');
  const files = [...new Set([...input.files, file, ...input.importersOf(file)])].sort();
  const found = functionOf(program, file, name);
  if (found === null)
    return { handler: null, deletions: [], flags: [], isOpen: false, reachedFrom: [], mistakenTypes: [] };
  const reached = reachedBy(program, found);
  const effects = reached.flatMap((one) => effectsIn(program, catalog, one));
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
