import { findsLetters, shortCut } from '../../builtins/masks.js';
import type { CallFact, Expression } from '../../model/facts.js';
import type { Tracker } from '../domain/tracker.js';
import { contextOf } from '../../walk/context.js';
import type { Activation } from '../domain/taint-value-types.js';
import type { Program } from '../../model/program.js';
import { mentionsFill } from './mentions-fill.js';

interface Call {
  readonly tracker: Tracker;
  readonly name: string;
  readonly call: CallFact;
  readonly activation: Activation;
}

/**
 * `text.slice(-4)`, `text.substring(0, 2)`, `text.slice(text.length - 4)`: fewer characters than a person could be found
 * by.
 */
export function keepsFewLetters(of: Call): boolean {
  const bounds = of.call.args.flatMap(({ value }) => boundOf(of, value) ?? []);
  const [start, end] = bounds;
  if (start === undefined || bounds.some(Number.isNaN)) return false;
  if (end === undefined) return start < 0 && -start <= shortCut;
  if (of.name === 'substr') return end <= shortCut;
  return Math.sign(start || 1) === Math.sign(end || 1) && Math.abs(end - start) <= shortCut;
}

/** `url.slice(0, url.indexOf('?'))`: what stands before the query of a URL. */
export function cutsQuery({ tracker, call, activation }: Call): boolean {
  const calls = tracker.program.facts(activation.file)?.calls ?? [];
  return call.args.some(({ value }) => {
    const asked = value.kind === 'call' ? calls[value.call] : undefined;
    if (asked?.callee.kind !== 'member' || asked.callee.name !== 'indexOf') return false;
    const [mark] = asked.args;
    return mark?.value.kind === 'text' && mark.value.text === '?';
  });
}

/** A place in a text, from the end where it is negative; null for the end itself. */
function boundOf(of: Call, value: Expression): number | null {
  if (value.kind === 'member' && value.name === 'length') return null;
  const fromEnd = placeFromEnd(of, value);
  if (fromEnd !== null) return fromEnd;
  const found = numberOf(of, value);
  // `substring` takes what is negative for the start.
  return of.name === 'substring' ? Math.max(found, 0) : found;
}

/** Names for names of a place are rare; a ring of them must end. */
const nameLimit = 4;

/** `text.length - 4`, `Math.max(0, text.length - 4)`; null for all else. */
function placeFromEnd(of: Call, value: Expression, depth = 0): number | null {
  if (depth > nameLimit) return null;
  if (value.kind === 'name' || value.kind === 'call')
    return firstPlace(partsOfPlace(of, value).map((part) => placeFromEnd(of, part, depth + 1)));
  if (value.kind !== 'unknown' || value.minus === undefined || value.from?.kind !== 'member') return null;
  return value.from.name === 'length' ? -numberOf(of, value.minus) : null;
}

function firstPlace(places: readonly (number | null)[]): number | null {
  return places.find((place) => place !== null) ?? null;
}

/** What a constant stands for, and what `Math.max` takes the largest of. */
function partsOfPlace(
  { tracker, activation }: Call,
  value: Extract<Expression, { kind: 'name' | 'call' }>,
): readonly Expression[] {
  const facts = tracker.program.facts(activation.file);
  if (value.kind === 'call') {
    const call = facts?.calls[value.call];
    return call?.calleeText === 'Math.max' ? call.args.slice(0, 2).map((arg) => arg.value) : [];
  }
  const bound = facts?.bindings[value.binding];
  return bound?.value == null || bound.writes.length > 0 ? [] : [bound.value];
}

function numberOf({ tracker, call, activation }: Call, value: Expression): number {
  const { program } = tracker;
  const texts = program.textsOf(
    activation.file,
    call.function,
    defaultOf(program, activation, value) ?? value,
  );
  return texts?.length === 1 ? Number(texts[0]) : Number.NaN;
}

/** What a parameter is where this call hands over nothing for it: `4` in `(text, count = 4) => …`. */
function defaultOf(program: Program, activation: Activation, value: Expression): Expression | null {
  const facts = program.facts(activation.file);
  const bound = value.kind === 'name' ? facts?.bindings[value.binding]?.value : null;
  if (bound?.kind !== 'parameter') return null;
  const called = contextOf(activation, bound.function);
  if (called === null || called.args.length > bound.index) return null;
  return facts?.functions[bound.function]?.params[bound.index]?.otherwise ?? null;
}

/**
 * `text.replace(/\d/g, '*')`: fill characters in place of letters or digits. With a pattern that is not known, the fill
 * alone says so; a fixed text that is exchanged is nobody's data. `url.replace(/\?.*$/, '')` takes the query away.
 */
export function masksText({ tracker, call, activation }: Call): boolean {
  const [pattern, by] = call.args.map(({ value }) => value);
  if (pattern === undefined || by === undefined) return false;
  const found = patternOf(tracker, pattern, activation.file);
  if (found.kind === 'text') return false;
  if (found.kind === 'pattern' && /^\\\?(?:\.|\[\^)/.test(found.source)) return true;
  if (found.kind === 'pattern' && !findsLetters(found.source)) return false;
  return mentionsFill(tracker.program, activation.file, call.function, by);
}

/** A pattern that has a name of its own is looked up. */
function patternOf(tracker: Tracker, pattern: Expression, file: string): Expression {
  if (pattern.kind !== 'name') return pattern;
  return tracker.program.facts(file)?.bindings[pattern.binding]?.value ?? pattern;
}
