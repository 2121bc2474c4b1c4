import type { Binding, Expression, ParameterFact, TypeFact, Write } from '../model/facts.js';
import type { ModuleGraph } from '../model/module-graph.js';
import type { Context } from './context.js';

/** Kinds of expressions that lead to code elsewhere: where they lead is the same for every analysis. */
type Leading = 'name' | 'parameter' | 'import';

/** Kinds of expressions that an analysis makes something of. */
export type OwnKind = Exclude<Expression['kind'], Leading>;

type ByKind = { readonly [K in Expression['kind']]: Extract<Expression, { readonly kind: K }> };

/** An expression of a kind. */
export type Of<K extends Expression['kind']> = ByKind[K];

/**
 * Transfer functions: what an expression comes to, by its kind. One that is forgotten does not compile. They ask for what an
 * expression is made of through `Domain.evaluate`, when they need it.
 */
export type Transfer<V, C, K extends OwnKind = OwnKind> = {
  readonly [P in K]: (expression: ByKind[P], context: C) => V;
};

/** A variable at a place where it is asked for. */
export interface Variable<V, C> {
  readonly index: number;
  readonly binding: Binding;
  readonly at: number;
  /** Where it is asked for. */
  readonly context: C;
  /** Where it is declared. */
  readonly home: C;
  /** Assignments that may have happened by then. */
  readonly writes: () => readonly Write[];
  /** What it is declared as. */
  readonly declared: () => V;
}

/** A parameter of a function. */
export interface Parameter {
  readonly expression: Of<'parameter'>;
  readonly fact: ParameterFact;
}

/**
 * An analysis, as the walk through the code sees it. `V` is an element of its domain, `C` a context: for what callers hand
 * over it may tell contexts apart or take them together.
 */
export interface Domain<V, C extends Context<C>> {
  readonly modules: ModuleGraph;
  /** What an expression comes to in a context. Kept and bounded as suits the domain; found by `walk`. */
  readonly evaluate: (expression: Expression, context: C) => V;
  /** The least element: nothing. */
  readonly bottom: V;
  readonly transfer: Transfer<V, C>;
  /** The context that a function around is in, or one for all its callers together. */
  readonly homeOf: (context: C, index: number | null) => C;
  /** The top of a file. */
  readonly topOf: (file: string) => C;
  readonly variable: (variable: Variable<V, C>) => V;
  readonly parameter: (parameter: Parameter, context: C) => V;
  /** A file of the project as a whole. */
  readonly module: (file: string) => V;
  /** Something of a package, by its names: `['default', 'get']`. */
  readonly external: (name: string, path: readonly string[]) => V;
  /** Something of which a file gives out only the type. */
  readonly typed: (type: TypeFact, file: string, name: string) => V;
  /** An export that is not found. */
  readonly missing: (file: string, name: string) => V;
}
