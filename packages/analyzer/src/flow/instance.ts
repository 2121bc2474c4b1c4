import type { FunctionFact } from '../model/facts.js';
import type { ClassRef } from '../model/linked-code.js';
import { openScope, type Flow } from './flow.js';
import { joinAll, nothing, ofEntries, withoutFunctions, type Holding } from './holding.js';
import type { Scope } from './scope.js';

/** What an instance holds in its fields: whatever any code of its class puts there. */
export function madeInstance(flow: Flow, call: number, scope: Scope): Holding {
  const inside = flow.code.facts(scope.file)?.calls[call]?.function ?? null;
  const chains = flow.code.classesOf(scope.file, inside, { kind: 'call', call });
  return joinAll(chains.flat().map((one) => fieldsOf(flow, one)));
}

/** The same of `this` in a function of a class, or of an object. */
export function thisInstance(flow: Flow, file: string, inside: number | null): Holding {
  const fact = ownerOfThis(flow, file, inside);
  const index = fact?.class ?? null;
  return index === null ? thisObject(flow, file, inside) : fieldsOf(flow, { file, class: index });
}

/** What `this` holds in a method of an object literal. */
export function thisObject(flow: Flow, file: string, inside: number | null): Holding {
  const object = ownerOfThis(flow, file, inside)?.object ?? null;
  return object === null ? nothing : flow.holdingOf(object, openScope(flow, file));
}

/** The function whose `this` it is: arrows take that of the function around them. */
function ownerOfThis(flow: Flow, file: string, inside: number | null): FunctionFact | null {
  const fact = inside === null ? undefined : flow.code.facts(file)?.functions[inside];
  if (fact === undefined) return null;
  if (fact.class !== null || fact.object !== null || !fact.isArrow) return fact;
  return ownerOfThis(flow, file, fact.parent);
}

function fieldsOf(flow: Flow, { file, class: index }: ClassRef): Holding {
  const members = flow.code.facts(file)?.classes[index]?.members ?? {};
  return ofEntries(
    Object.entries(members).map(([name, { values, isGetter }]) => {
      const fields = isGetter ? [] : values.filter(({ kind }) => kind !== 'function');
      const held = joinAll(fields.map((value) => flow.holdingOf(value, openScope(flow, file))));
      // Functions that are fields are found by the link.
      return [name, withoutFunctions(held)];
    }),
  );
}
