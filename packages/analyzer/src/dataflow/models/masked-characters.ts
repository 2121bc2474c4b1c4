import type { CallFact, FileFacts } from '../../model/facts.js';
import { isCharacter } from '../domain/access-path.js';
import { mapPaths, type TaintValue } from '../domain/taint-value.js';
import type { Tracker } from '../domain/tracker.js';
import type { Activation } from '../domain/taint-value-types.js';
import { mentionsFill } from './mentions-fill.js';

interface Call {
  readonly tracker: Tracker;
  readonly call: CallFact;
  readonly activation: Activation;
}

/** What a list holds beside characters of texts. */
export function withoutCharacters(of: TaintValue): TaintValue {
  return mapPaths(of, (path) => (isCharacter(path) ? null : path));
}

/** `.fill('*', 0, -4)`, `.map((letter, at) => (at < 2 ? letter : '*'))`: something is written in place of characters. */
export function fillsCharacters({ tracker, call, activation }: Call): boolean {
  const [by] = call.args;
  return by !== undefined && mentionsFill(tracker.program, activation.file, call.function, by.value);
}

/** A list in a variable of which some items were written over before: `letters.fill('*')`, `letters[at] = '*'`. */
export function isOverwritten({ tracker, call, activation }: Call): boolean {
  const { callee } = call;
  const facts = tracker.program.facts(activation.file);
  if (facts === null || callee.kind !== 'member' || callee.object.kind !== 'name') return false;
  const { binding } = callee.object;
  const written = facts.bindings[binding]?.writes.filter(({ path }) => path.length === 1) ?? [];
  const values = [...written.map(({ value }) => value), ...filledInto(facts, binding)];
  return values.some((value) => mentionsFill(tracker.program, activation.file, call.function, value));
}

function filledInto({ calls }: FileFacts, binding: number) {
  return calls.flatMap(({ callee, args: [by] }) => {
    if (callee.kind !== 'member' || callee.name !== 'fill' || by === undefined) return [];
    return callee.object.kind === 'name' && callee.object.binding === binding ? [by.value] : [];
  });
}
