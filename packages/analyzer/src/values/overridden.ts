import type { ClassFact } from '../model/facts.js';
import type { Interpreter } from './interpreter.js';
import type { ClassValue, FunctionValue } from './value.js';

/** Longer chains of classes go in a circle. */
const chainLimit = 32;

/**
 * Whether a method is called on an instance of a subclass, or as a static of one, that has a member of its own in the place of
 * one of the class that the method stands in: then what the method does is not what it does in its own class.
 */
export function isOverridden(interpreter: Interpreter, callee: FunctionValue): boolean {
  const { self } = callee;
  const made = self?.kind === 'instance' ? (self.self ?? self).of : self?.kind === 'class' ? self : null;
  const home = interpreter.modules.facts(callee.file)?.functions[callee.function]?.class ?? null;
  if (made === null || home === null) return false;
  const below = chainDown(interpreter, made, callee.file, home);
  if (below === null || below.length === 0) return false;
  const own = interpreter.modules.facts(callee.file)?.classes[home];
  const names = new Set(below.flatMap(namesOf));
  return own !== undefined && namesOf(own).some((name) => names.has(name));
}

/** The classes from the one that is made up to the one that a method stands in; null when that is none of its bases. */
function chainDown(
  interpreter: Interpreter,
  made: ClassValue,
  file: string,
  home: number,
): readonly ClassFact[] | null {
  const below: ClassFact[] = [];
  let at = made;
  while (at.file !== file || at.class !== home) {
    const fact = interpreter.modules.facts(at.file)?.classes[at.class];
    if (fact?.extends == null || below.length > chainLimit) return null;
    below.push(fact);
    const base = interpreter.evaluate(fact.extends, at.frame)[0]?.value;
    if (base?.kind !== 'class') return null;
    at = base;
  }
  return below;
}

function namesOf({ members, statics }: ClassFact): readonly string[] {
  return [...Object.keys(members), ...Object.keys(statics)];
}
