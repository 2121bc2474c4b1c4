import type { CallFact, FileFacts } from '../model/facts.js';

/** `rows.push(row)` on a list of the file: it runs and requests nothing, and a long table is made of thousands of these. */
export function fillsList(facts: FileFacts | null, { callee }: CallFact): boolean {
  if (callee.kind !== 'member' || callee.name !== 'push' || callee.object.kind !== 'name') return false;
  return facts?.bindings[callee.object.binding]?.value?.kind === 'array';
}
