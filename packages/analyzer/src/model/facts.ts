import type { Directive } from './directives.js';

/**
 * Facts: what one file says, as plain JSON. They depend on the file's text alone, so they can be cached by content.
 * Names inside the file are already resolved to bindings; an imported name stops at its import.
 */
export interface FileFacts {
  readonly file: string;
  readonly bindings: readonly Binding[];
  readonly functions: readonly FunctionFact[];
  readonly classes: readonly ClassFact[];
  readonly calls: readonly CallFact[];
  /** Export name to value. `export =` and `module.exports =` stand under `=`. */
  readonly exports: Readonly<Record<string, Expression>>;
  readonly reExports: readonly ReExport[];
  /** What the names of types stand for that are declared at the top of the file, as far as names go. */
  readonly namedTypes: Readonly<Record<string, TypeFact>>;
  /** Every module that is imported, required or re-exported from, as written. */
  readonly imports: readonly string[];
  /** What is taken from each of them: names, `*` for the whole. Types count: annotations are followed by them. */
  readonly importedNames: Readonly<Record<string, readonly string[]>>;
  readonly scopeStrings: readonly ScopeString[];
  readonly pathTexts: readonly PathText[];
  /** What runs a text as code, where that text names the platform: `eval` of `eval("…")`. */
  readonly evaluated: readonly Span[];
  /** Properties that are asked for, wherever they stand: `order.buyer_email`, and those that a pattern takes. */
  readonly accesses: readonly Access[];
  /** Where values go that no other fact follows. */
  readonly escapes: readonly Escape[];
  /** Values that are compared with what something's type is: `message.type === 6`, `case 6:`. */
  readonly typeComparisons: readonly TypeComparison[];
  /** Stretches that run only when a request has failed: `if (json.code !== 0) { … }`. */
  readonly failures: readonly Span[];
  readonly emptyBranches: readonly EmptyBranch[];
  readonly prologues: readonly Prologue[];
  readonly guards: readonly GuardedStretch[];
  readonly conditional: readonly ConditionalStretch[];
  readonly exits: readonly Exit[];
  readonly awaited: readonly Awaited[];
  readonly directives: readonly Directive[];
  /** What the text holds that proves the platform: the token header, the signing query. */
  readonly signs: PlatformSigns;
  /** Start offset of each line, for turning spans into places. */
  readonly lineStarts: readonly number[];
}

/** `'use server'`, `'use client'` at the top of a file, or of a function. */
export interface Prologue {
  readonly text: string;
  /** Null where it speaks of the whole file. */
  readonly function: number | null;
}

/** A stretch that runs only when a value is one of some texts, or is there; with `isNegated`, only when it is not. */
export interface GuardedStretch {
  readonly span: Span;
  readonly value: Expression;
  /** Null: that the value is there. */
  readonly equals: readonly Expression[] | null;
  readonly isNegated: boolean;
}

/** A place of a file for asking what leads to it: a call, an access, an escape. */
export interface CodePoint {
  readonly span: Span;
  /** The innermost function around it. */
  readonly function: number | null;
}

/** A condition, as far as it is understood. */
export type Test =
  | { readonly kind: 'equals'; readonly value: Expression; readonly to: readonly Expression[] }
  | { readonly kind: 'there'; readonly value: Expression }
  | { readonly kind: 'not'; readonly of: Test }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Test[] }
  /** Something before failed: what catches an error runs then. */
  | { readonly kind: 'failure' }
  | { readonly kind: 'unknown' };

/** A stretch that runs only now and then: a branch, a clause of a `switch`, the body of a loop. */
export interface ConditionalStretch {
  readonly span: Span;
  readonly when: Test;
}

/** What ends a function, a loop or a clause before its end. */
export interface Exit {
  readonly kind: 'return' | 'throw' | 'break';
  readonly at: Span;
  /** The part of the text that does not run once it is reached. */
  readonly skips: Span;
  readonly function: number | null;
}

/** A value that is waited for, by `await` or as what an async function gives back. */
export interface Awaited {
  readonly value: Expression;
  readonly function: number | null;
}

/** A stretch that runs only when a list is empty: `if (orders.length === 0) { … }`. */
export interface EmptyBranch {
  readonly list: Expression;
  readonly span: Span;
}

export interface PlatformSigns {
  readonly tokenHeader: boolean;
  readonly signing: boolean;
  /** A host of the platform's own that answers requests, for the API or for tokens. */
  readonly ownHost: boolean;
  /** Versions that stand by themselves in the text: `'202309'`. */
  readonly versions: readonly string[];
  /** Switches of requests that the text sets, written as the catalog writes them: `need_data=true`. */
  readonly switches: readonly string[];
}

/** Start and end offset in the text, end exclusive. */
export type Span = readonly [start: number, end: number];

/** An expression with its names resolved; what it stands for is found by the link step. */
export type Expression =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string }
  | { readonly kind: 'concat'; readonly parts: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'name'; readonly binding: number; readonly at: number }
  | { readonly kind: 'global'; readonly name: string }
  | { readonly kind: 'parameter'; readonly function: number; readonly index: number }
  | { readonly kind: 'member'; readonly object: Expression; readonly name: string; readonly span: Span }
  | { readonly kind: 'item'; readonly object: Expression; readonly key: Expression; readonly span: Span }
  | { readonly kind: 'each'; readonly of: Expression; readonly keys: boolean; readonly span: Span }
  /** What is left of an object without some properties, or of a list without its first items. */
  | { readonly kind: 'rest'; readonly object: Expression; readonly without: readonly string[] }
  | { readonly kind: 'call'; readonly call: number }
  | { readonly kind: 'object'; readonly entries: readonly Entry[]; readonly span: Span }
  | { readonly kind: 'array'; readonly items: readonly Item[]; readonly span: Span }
  | {
      readonly kind: 'choice';
      readonly options: readonly Expression[];
      /** When the first of two options holds; null when nothing is known of it. */
      readonly test: Condition | null;
      readonly span: Span;
    }
  | { readonly kind: 'fallback'; readonly value: Expression; readonly otherwise: Expression }
  | { readonly kind: 'function'; readonly function: number }
  | { readonly kind: 'class'; readonly class: number }
  | { readonly kind: 'this'; readonly at: number }
  | { readonly kind: 'super' }
  | { readonly kind: 'import'; readonly module: string; readonly name: string }
  | { readonly kind: 'typeof'; readonly of: Expression }
  /** `literal`: it stands there as `null`; else it is `undefined`, or nothing. */
  | { readonly kind: 'absent'; readonly literal?: 'null' }
  /**
   * `literal`: it stands there as `true` or `false`; paths are not followed by it. `minus`: what is taken off, and
   * `from`: what of. `isNumber`: whatever it is, it is a number.
   */
  | {
      readonly kind: 'unknown';
      readonly reason: string;
      readonly span: Span;
      readonly literal?: 'true' | 'false';
      readonly minus?: Expression;
      readonly from?: Expression;
      readonly isNumber?: true;
    };

/** A condition: a value that is there, or one that equals another. */
export interface Condition {
  readonly value: Expression;
  readonly equals: Expression | null;
}

/** A property of an object literal; `key` is null for a spread. */
export interface Entry {
  readonly key: Expression | null;
  readonly value: Expression;
  readonly getter: boolean;
}

export interface Item {
  readonly value: Expression;
  readonly spread: boolean;
}

export interface Binding {
  readonly name: string;
  /** What it is declared as; null when it is only assigned later. */
  readonly value: Expression | null;
  readonly annotation: TypeFact | null;
  readonly writes: readonly Write[];
  /** The function it is declared in; null at the top of the file. */
  readonly function: number | null;
}

/** An assignment after the declaration. */
export interface Write {
  readonly at: number;
  /** Empty for the variable itself; `['url']` for `options.url = …`. */
  readonly path: readonly string[];
  /**
   * `push`: an item is added to the list at the path; `push-all`: the items of a list are; `merge`: the properties of an object
   * are laid over it; `count`: a number goes up or down.
   */
  readonly operator: 'set' | 'append' | 'push' | 'push-all' | 'merge' | 'count';
  readonly value: Expression;
  /** The branches and loop bodies it stands in, outermost first; none when it always happens. */
  readonly branches: readonly Branch[];
  readonly function: number | null;
}

/** A branch of an `if` or a `switch`, a loop body, a `try`. */
export interface Branch {
  readonly span: Span;
  /** Of the body of a loop, the whole loop: what happens in one round is seen in the next. */
  readonly loop?: Span;
  /** When it is taken; null when nothing is known of that. */
  readonly test: Condition | null;
  /** Taken when the condition does not hold. */
  readonly isNegated: boolean;
}

export interface FunctionFact {
  readonly name: string | null;
  readonly params: readonly ParameterFact[];
  readonly returns: readonly Expression[];
  readonly returnType: TypeFact | null;
  readonly span: Span;
  /** The function it stands in. */
  readonly parent: number | null;
  /** The class whose instances (or whose statics) `this` means; null for none. */
  readonly class: number | null;
  readonly isStatic: boolean;
  readonly isArrow: boolean;
  readonly role: 'function' | 'constructor' | 'getter' | 'setter';
  /** It asks for `arguments`: what it is handed, it may take without a name. */
  readonly takesArguments: boolean;
  /** The object literal a method stands in, for `this`. */
  readonly object: Expression | null;
  /** The call it is handed to as it stands, as in `list.map((x) => …)`. */
  readonly passedTo: { readonly call: number; readonly index: number } | null;
}

export interface ParameterFact {
  readonly name: string;
  readonly otherwise: Expression | null;
  readonly rest: boolean;
  readonly annotation: TypeFact | null;
}

/** A type annotation, as far as names go: which class, or the type of which value. */
export interface TypeFact {
  readonly of: Expression;
  /** `typeof x` names the value itself, a plain reference an instance of it. */
  readonly isValue: boolean;
}

export interface ClassFact {
  readonly name: string | null;
  readonly extends: Expression | null;
  readonly constructor: number | null;
  readonly members: Readonly<Record<string, MemberFact>>;
  readonly statics: Readonly<Record<string, MemberFact>>;
  readonly span: Span;
}

export interface MemberFact {
  /** Initializer, assignments, or the method itself. */
  readonly values: readonly Expression[];
  readonly annotation: TypeFact | null;
  readonly isGetter: boolean;
}

export interface CallFact {
  readonly callee: Expression;
  readonly args: readonly Item[];
  readonly isNew: boolean;
  readonly isDecorator: boolean;
  /** A template behind a tag: the first argument is its text, each hole a `?`; the others are what fills them. */
  readonly isTag: boolean;
  readonly span: Span;
  /** Where the callee stands. */
  readonly calleeSpan: Span;
  /** The innermost function it stands in; null at the top of the file. */
  readonly function: number | null;
  /** Source text of the callee, shortened, for messages. */
  readonly calleeText: string;
}

/** A property that is asked for; `value` is a `member` or an `item`. */
export interface Access {
  readonly value: Expression;
  /** From the name asked to its end; the whole expression where it stands on one line. */
  readonly span: Span;
  readonly function: number | null;
}

/** `message.type === 6`: the type, the value beside it, and the stretch that hangs on the answer. */
export interface TypeComparison {
  readonly of: Expression;
  readonly value: Expression;
  /** Where the value stands. */
  readonly span: Span;
  /** The comparison as a whole; of a `case`, the value. */
  readonly comparison: Span;
  readonly guards: Span;
  /** The part of it that runs only when they are equal; null where none is seen. */
  readonly holds: Span | null;
  readonly function: number | null;
}

/**
 * A value on its way out of what the facts follow: given back, thrown, yielded, put into markup, exported, assigned to
 * something that is no variable of the file, or used in a way that is not understood.
 */
export interface Escape {
  /** `yield-all`: the items of a list are yielded, one by one. */
  readonly kind: 'return' | 'throw' | 'yield' | 'yield-all' | 'markup' | 'export' | 'assign' | 'other';
  readonly value: Expression;
  /** For `assign`, what it is assigned to, as written: `ctx.body`; null for all other kinds. */
  readonly target: string | null;
  readonly span: Span;
  readonly function: number | null;
}

export interface ReExport {
  readonly module: string;
  /** `*` for all. */
  readonly name: string;
  /** Name outside; null for `export * from`. */
  readonly as: string | null;
}

export interface ScopeString {
  readonly scope: string;
  readonly span: Span;
}

/** A text that names a path of the platform: from the module, as far as it stands there, to where the text is cut. */
export interface PathText {
  readonly text: string;
  readonly span: Span;
}
