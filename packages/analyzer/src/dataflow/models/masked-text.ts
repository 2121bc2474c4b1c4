import { findsLetters, shortCut } from '../../builtins/masks.js';
import type { CallFact, Expression } from '../../model/facts.js';
import type { Tracker } from '../domain/tracker.js';
import type { Activation } from '../domain/activation.js';
import { mentionsFill } from './mentions-fill.js';

interface Call {
  readonly tracker: Tracker;
  readonly name: string;
  readonly call: CallFact;
  readonly activation: Activation;
}

/** `text.slice(-4)`, `text.substring(0, 2)`: fewer characters than a person could be found by. */
export function keepsFewLetters({ tracker, name, call, activation }: Call): boolean {
  const bounds = call.args.map(({ value }) => numberOf(tracker, call, value, activation));
  const [start, end] = bounds;
  if (start === undefined || bounds.some(Number.isNaN)) return false;
  if (end === undefined) return start < 0 && -start <= shortCut;
  if (name === 'substr') return end <= shortCut;
  return Math.sign(start || 1) === Math.sign(end || 1) && Math.abs(end - start) <= shortCut;
}

function numberOf(
  tracker: Tracker,
  { function: inside }: CallFact,
  value: Expression,
  { file }: Activation,
): number {
  const texts = tracker.program.textsOf(file, inside, value);
  return texts?.length === 1 ? Number(texts[0]) : Number.NaN;
}

/**
 * `text.replace(/\d/g, '*')`: fill characters in place of letters or digits. With a pattern that is not known, the fill
 * alone says so; a fixed text that is exchanged is nobody's data.
 */
export function masksText({ tracker, call, activation }: Call): boolean {
  const [pattern, by] = call.args.map(({ value }) => value);
  if (pattern === undefined || by === undefined) return false;
  const found = patternOf(tracker, pattern, activation.file);
  if (found.kind === 'text') return false;
  if (found.kind === 'pattern' && !findsLetters(found.source)) return false;
  return mentionsFill(tracker.program, activation.file, call.function, by);
}

/** A pattern that has a name of its own is looked up. */
function patternOf(tracker: Tracker, pattern: Expression, file: string): Expression {
  if (pattern.kind !== 'name') return pattern;
  return tracker.program.facts(file)?.bindings[pattern.binding]?.value ?? pattern;
}
