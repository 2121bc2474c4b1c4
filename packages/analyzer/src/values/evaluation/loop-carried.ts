import type { Expression, FileFacts, Write } from '../../model/facts.js';
import { isInLoopAround } from '../../walk/writes-seen-at.js';

/** Expressions nested deeper than this are taken to ask for anything. */
const depthLimit = 24;

/**
 * Whether an assignment that stands behind a place is seen there in the next round of the loop around both. One that goes
 * on from the variable itself (`path = path.replace(…)`) says nothing new of it.
 */
export function isCarriedAround(facts: FileFacts, write: Write, at: number, binding: number): boolean {
  return isInLoopAround(write, at) && !asksFor(facts, write.value, binding, 0);
}

function asksFor(facts: FileFacts, of: Expression, binding: number, depth: number): boolean {
  if (depth > depthLimit) return true;
  const any = (...parts: readonly (Expression | null | undefined)[]): boolean =>
    parts.some((part) => part != null && asksFor(facts, part, binding, depth + 1));
  switch (of.kind) {
    case 'name':
      return of.binding === binding;
    case 'concat':
      return any(...of.parts);
    case 'member':
    case 'rest':
      return any(of.object);
    case 'item':
      return any(of.object, of.key);
    case 'each':
    case 'typeof':
      return any(of.of);
    case 'object':
      return any(...of.entries.flatMap(({ key, value }) => [key, value]));
    case 'array':
      return any(...of.items.map(({ value }) => value));
    case 'choice':
      return any(...of.options);
    case 'fallback':
      return any(of.value, of.otherwise);
    case 'call': {
      const call = facts.calls[of.call];
      return any(call?.callee, ...(call?.args ?? []).map(({ value }) => value));
    }
    default:
      return false;
  }
}
