import type { Expression } from '../model/facts.js';
import type { Holding } from './holding.js';

/** What all assignments to a variable bring; plain, when that is nothing and none replaces the declaration. */
export interface Writes {
  readonly all: Holding;
  readonly isPlain: boolean;
}

/**
 * What the names of a file stand for: for every way in which it may be called (`open`), or for one call of a function
 * with what was handed over there.
 */
export interface Scope {
  readonly id: string;
  readonly file: string;
  /** The function that was called; null in the open scope of a file. */
  readonly function: number | null;
  readonly args: readonly Holding[];
  /** Around the function; null in the open scope. */
  readonly outer: Scope | null;
  readonly depth: number;
  readonly known: Map<Expression, Holding>;
  readonly calls: Map<number, Holding>;
  /** By the variable's index. */
  readonly writes: Map<number, Writes>;
}

/** The scope of the call of a function, when one is in force; null when its caller is not given. */
export function scopeOf(scope: Scope, index: number): Scope | null {
  for (let at: Scope | null = scope; at !== null; at = at.outer) if (at.function === index) return at;
  return null;
}
