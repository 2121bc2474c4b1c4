import type { HttpClient } from '@leastscope/scope-catalog';
import type { Expression, Span } from '../model/facts.js';
import type { SettledBy } from '../model/needs.js';
import type { Context } from '../walk/context.js';

/** What an expression stands for, as far as it can be known without running anything. */
export type Value =
  | TextValue
  | { readonly kind: 'absent' }
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string }
  | ObjectValue
  | ArrayValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | ModuleValue
  | ExternalValue
  | ClientValue
  | UnknownValue;

/** A string known in pieces. */
export interface TextValue {
  readonly kind: 'text';
  readonly pieces: readonly Piece[];
}

export type Piece = TextPiece | UnknownValue;

export interface TextPiece {
  readonly kind: 'piece';
  readonly text: string;
  /** Where the text stands; null when it was worked out. */
  readonly source: SourceSpan | null;
}

export interface SourceSpan {
  readonly file: string;
  readonly span: Span;
}

/** Properties on demand. */
export interface ObjectValue {
  readonly kind: 'object';
  readonly id: string;
  readonly get: (name: string) => readonly Guarded[];
  readonly keys: () => readonly string[];
}

export interface ArrayValue {
  readonly kind: 'array';
  readonly id: string;
  /** One entry an item; each item may itself be a choice. */
  readonly items: () => readonly (readonly Guarded[])[];
  /** Where an item stands is not known: they were sorted, sifted or taken out. */
  readonly isShuffled?: boolean;
  /** A map, as the list of its pairs. */
  readonly isMap?: boolean;
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly file: string;
  readonly function: number;
  /** Where it was made: what the names around it stand for. */
  readonly frame: Frame;
  readonly self: Value | null;
  /** What is set on the function itself: `api.version = '202309'`. */
  readonly properties?: ObjectValue;
  /** Arguments put before the call's own by `bind`. */
  readonly bound?: readonly Argument[];
}

export interface ClassValue {
  readonly kind: 'class';
  readonly file: string;
  readonly class: number;
  readonly frame: Frame;
}

export interface InstanceValue {
  readonly kind: 'instance';
  /** The class whose members are looked up first. */
  readonly of: ClassValue;
  /** What `this` means in them, when that is another: `super` starts at the base class, `this` stays. */
  readonly self?: InstanceValue;
  /** Arguments of the constructor; null when the making was not seen. */
  readonly args: readonly Argument[] | null;
  readonly id: string;
}

export interface ModuleValue {
  readonly kind: 'module';
  readonly file: string;
}

/** Something of a package or of the runtime, known by name only: `axios.default.get`, `process.env.X`. */
export interface ExternalValue {
  readonly kind: 'external';
  /** Package name, `global`, or `sdk` for a vendored copy of the official SDK. */
  readonly package: string;
  /** `*` where a name is worked out at run time. */
  readonly path: readonly string[];
  /** What such names are made of. */
  readonly keys?: readonly UnknownValue[];
}

/** An instance of a recognised HTTP client with its defaults. */
export interface ClientValue {
  readonly kind: 'client';
  readonly client: HttpClient;
  /** Options it was made with, outermost first. */
  readonly defaults: readonly (readonly Guarded[])[];
  /** A base URL that it was made with as an argument of its own. */
  readonly base?: readonly Guarded[];
}

export interface UnknownValue {
  readonly kind: 'unknown';
  /** Name for a placeholder: `orderId`. */
  readonly name: string;
  readonly reason: string;
  readonly settledBy: SettledBy;
  /** The open frame whose caller would settle it. */
  readonly owner: Frame | null;
  /** A value that comes from the environment: host or version by configuration. */
  readonly environment: boolean;
  /** Whatever it is, it is a number: the place of an item in a list. */
  readonly isNumber?: true;
  /** The value that it is the JSON of. */
  readonly of?: Value;
  /** Names read from it so far: `client.api.OrderV202309Api`. */
  readonly trail: readonly string[];
  /** It stands there as `true` or `false`: a branch may hang on it, a path never does. */
  readonly literal?: 'true' | 'false';
}

/** One possibility, with the choices it depends on: rows of a table stay together. */
export interface Guarded {
  readonly value: Value;
  readonly guard: Guard;
}

/** Choice id to the option picked. */
export type Guard = Readonly<Record<string, number>>;

export type Argument = () => readonly Guarded[];

/** What the names inside a function stand for during one way of calling it. */
export interface Frame extends Context<Frame> {
  /** Null when the caller is not known: parameters stay open. */
  readonly args: readonly Argument[] | null;
  readonly self: Value | null;
  readonly depth: number;
  readonly id: string;
  readonly memo: Map<Expression, readonly Guarded[]>;
}
