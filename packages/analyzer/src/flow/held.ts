import type { Expression } from '../model/facts.js';
import type { Part } from './part.js';

/** A function as a value, with what the names around it stand for. */
export interface FunctionRef {
  readonly file: string;
  readonly function: number;
  /** The scope it was made in; null for the open one of its file, whichever that is by then. */
  readonly scope: Scope | null;
}

/** What an expression holds of responses: parts themselves, and what lies in properties of own objects and lists. */
export interface Holding {
  readonly parts: ReadonlyMap<string, Part>;
  /** Properties of an own object by name; items of an own list by index, and `[]` for any of them. */
  readonly entries: ReadonlyMap<string, Holding>;
  readonly functions: ReadonlyMap<string, FunctionRef>;
}

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
