import { openScope, type Flow } from './flow.js';
import { holdsParts } from './holding.js';

/**
 * Whether a file gives parts of responses to those who import it: by what its functions give back of their own, by what
 * it exports or keeps in fields, or by what it passes on from others.
 */
export function givesParts(flow: Flow, file: string, sources: ReadonlySet<string>): boolean {
  const facts = flow.code.facts(file);
  if (facts === null) return false;
  const scope = openScope(flow, file);
  const byFunction = facts.functions.some((_, index) =>
    holdsParts(flow.returned({ file, function: index, scope: null }, [])),
  );
  if (byFunction || facts.reExports.some(({ module }) => isSource(flow, file, module, sources))) return true;
  if (Object.values(facts.exports).some((value) => holdsParts(flow.holdingOf(value, scope)))) return true;
  return facts.classes.some((fact) =>
    Object.values(fact.members).some(({ values }) =>
      values.some((value) => value.kind !== 'parameter' && holdsParts(flow.holdingOf(value, scope))),
    ),
  );
}

/** A barrel gives on what the files behind it give. */
function isSource(flow: Flow, file: string, module: string, sources: ReadonlySet<string>): boolean {
  const target = flow.code.resolve(file, module);
  return target !== null && sources.has(target);
}
