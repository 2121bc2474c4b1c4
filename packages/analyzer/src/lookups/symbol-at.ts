import type { ClassFact, Expression, FileFacts, Span } from '../model/facts.js';
import type { Place } from '../model/place.js';
import { offsetOf } from './place-of.js';
import { oncePer } from '../util/once-per.js';

/** What stands in no function or class that has a name. */
export const topOfFile = '<module>';

/**
 * The named functions, methods and classes around a place, outermost first: `OrderSync.pull`. What has no name of its own
 * goes by the variable, member or export that holds it, also when it is wrapped in a call; else it belongs to what is around it.
 */
export function symbolAt(facts: FileFacts, place: Place): string {
  const offset = offsetOf(facts.lineStarts, place.start);
  const around = symbolsOf(facts).filter(({ span }) => span[0] <= offset && offset < span[1]);
  return around.length === 0 ? topOfFile : around.map(({ name }) => name).join('.');
}

interface Named {
  readonly name: string;
  readonly span: Span;
}

const symbolsOf = oncePer((facts: FileFacts): readonly Named[] => {
  const holders = holdersOf(facts);
  const found = [
    ...facts.functions.map(({ name, span, passedTo }, index) => ({
      name: name ?? holders.functions.get(index) ?? holders.calls.get(passedTo?.call ?? -1) ?? null,
      span,
    })),
    ...facts.classes.map(({ name, span }, index) => ({
      name: name ?? holders.classes.get(index) ?? null,
      span,
    })),
  ];
  return found
    .flatMap(({ name, span }) => (name === null ? [] : [{ name, span }]))
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
});

/** Functions, classes and calls by their index, with the name of what holds them. */
interface Holders {
  readonly functions: Map<number, string>;
  readonly classes: Map<number, string>;
  readonly calls: Map<number, string>;
}

function holdersOf({ bindings, classes, exports }: FileFacts): Holders {
  const holders: Holders = { functions: new Map(), classes: new Map(), calls: new Map() };
  for (const { members, statics } of classes)
    for (const part of [members, statics]) holdMembers(part, holders);
  for (const { name, value } of bindings) if (value !== null) hold(name, value, holders);
  for (const [name, value] of Object.entries(exports)) hold(name, value, holders);
  return holders;
}

function holdMembers(members: ClassFact['members'], holders: Holders): void {
  for (const [name, { values }] of Object.entries(members))
    for (const value of values) hold(name, value, holders);
}

/** Whoever comes first: a variable that is exported under another name keeps its own. */
function hold(name: string, value: Expression, { functions, classes, calls }: Holders): void {
  if (value.kind === 'function' && !functions.has(value.function)) functions.set(value.function, name);
  if (value.kind === 'class' && !classes.has(value.class)) classes.set(value.class, name);
  if (value.kind === 'call' && !calls.has(value.call)) calls.set(value.call, name);
}
