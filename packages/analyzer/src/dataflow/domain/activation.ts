import type { Activation } from './taint-value-types.js';

export type { Activation as Activation, Writes } from './taint-value-types.js';

/** The scope of the call of a function, when one is in force; null when its caller is not given. */
export function activationOf(activation: Activation, index: number): Activation | null {
  for (let at: Activation | null = activation; at !== null; at = at.outer)
    if (at.function === index) return at;
  return null;
}
