import type { Scope } from './held.js';

export type { Scope, Writes } from './held.js';

/** The scope of the call of a function, when one is in force; null when its caller is not given. */
export function scopeOf(scope: Scope, index: number): Scope | null {
  for (let at: Scope | null = scope; at !== null; at = at.outer) if (at.function === index) return at;
  return null;
}
