import type { Expression } from '../../model/facts.js';
import type { Context } from '../../walk/context.js';
import type { AccessPath } from './access-path.js';
import type { Stamp } from './ledger.js';

/** A function as a value, with what the names around it stand for. */
export interface FunctionRef {
  readonly file: string;
  readonly function: number;
  /** The scope it was made in; null for the open one of its file, whichever that is by then. */
  readonly activation: Activation | null;
}

/** What an expression holds of responses: paths themselves, and what lies in properties of own objects and lists. */
export interface TaintValue {
  readonly paths: ReadonlyMap<string, AccessPath>;
  /** Properties of an own object by name; items of an own list by index, and `[]` for any of them. */
  readonly entries: ReadonlyMap<string, TaintValue>;
  readonly functions: ReadonlyMap<string, FunctionRef>;
}

/** Something that was worked out of a value, for as long as its ground is the same. */
export interface Kept<T> extends Stamp {
  readonly value: T;
}

/** What all assignments to a variable bring; plain, when that is nothing and none replaces the declaration. */
export interface Writes {
  readonly all: TaintValue;
  readonly isPlain: boolean;
}

/**
 * What the names of a file stand for: for every way in which it may be called (`open`), or for one call of a function
 * with what was handed over there.
 */
export interface Activation extends Context<Activation> {
  readonly id: string;
  readonly args: readonly TaintValue[];
  readonly depth: number;
  readonly known: Map<Expression, Kept<TaintValue>>;
  readonly calls: Map<number, Kept<TaintValue>>;
  /** By the variable's index. */
  readonly writes: Map<number, Kept<Writes>>;
}
