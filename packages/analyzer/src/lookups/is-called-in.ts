import type { FileFacts } from '../model/facts.js';

/** Whether a file calls one of its own functions: by its name, or as a method of that name on something. */
export function isCalledIn(facts: FileFacts, index: number): boolean {
  const name = facts.functions[index]?.name ?? null;
  const bindings = facts.bindings.flatMap(({ value }, at) =>
    value?.kind === 'function' && value.function === index ? [at] : [],
  );
  return facts.calls.some(({ callee }) =>
    callee.kind === 'member'
      ? callee.name === name
      : callee.kind === 'name' && bindings.includes(callee.binding),
  );
}
