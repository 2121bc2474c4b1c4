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

/** The same of `this` in a function of a class. */
export function thisInstance(flow: Flow, file: string, inside: number | null): Holding {
  for (let at = inside; at !== null;) {
    const fact = flow.code.facts(file)?.functions[at];
    if (fact === undefined) return nothing;
    if (fact.class !== null) return fieldsOf(flow, { file, class: fact.class });
    at = fact.isArrow ? fact.parent : null;
  }
  return nothing;
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
