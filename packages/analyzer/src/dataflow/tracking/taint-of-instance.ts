import type { FunctionFact } from '../../model/facts.js';
import type { ClassRef } from '../../model/program.js';
import { anyCallerActivation, type Tracker } from '../domain/tracker.js';
import { joinAll, untainted, ofEntries, withoutFunctions, type TaintValue } from '../domain/taint-value.js';
import type { Activation } from '../domain/taint-value-types.js';

/** What an instance holds in its fields: whatever any code of its class puts there. */
export function taintOfInstance(tracker: Tracker, call: number, activation: Activation): TaintValue {
  const inside = tracker.program.facts(activation.file)?.calls[call]?.function ?? null;
  const chains = tracker.program.classesOf(activation.file, inside, { kind: 'call', call });
  return joinAll(chains.flat().map((one) => fieldsOf(tracker, one)));
}

/** The same of `this` in a function of a class, or of an object. */
export function taintOfThis(tracker: Tracker, file: string, inside: number | null): TaintValue {
  const fact = ownerOfThis(tracker, file, inside);
  const index = fact?.class ?? null;
  return index === null ? thisObject(tracker, file, inside) : fieldsOf(tracker, { file, class: index });
}

/** What `this` holds in a method of an object literal. */
export function thisObject(tracker: Tracker, file: string, inside: number | null): TaintValue {
  const object = ownerOfThis(tracker, file, inside)?.object ?? null;
  return object === null ? untainted : tracker.evaluate(object, anyCallerActivation(tracker, file));
}

/** The function whose `this` it is: arrows take that of the function around them. */
function ownerOfThis(tracker: Tracker, file: string, inside: number | null): FunctionFact | null {
  const fact = inside === null ? undefined : tracker.program.facts(file)?.functions[inside];
  if (fact === undefined) return null;
  if (fact.class !== null || fact.object !== null || !fact.isArrow) return fact;
  return ownerOfThis(tracker, file, fact.parent);
}

function fieldsOf(tracker: Tracker, { file, class: index }: ClassRef): TaintValue {
  const members = tracker.program.facts(file)?.classes[index]?.members ?? {};
  return ofEntries(
    Object.entries(members).map(([name, { values, isGetter }]) => {
      const fields = isGetter ? [] : values.filter(({ kind }) => kind !== 'function');
      const held = joinAll(
        fields.map((value) => tracker.evaluate(value, anyCallerActivation(tracker, file))),
      );
      // Functions that are fields are found by the link.
      return [name, withoutFunctions(held)];
    }),
  );
}
