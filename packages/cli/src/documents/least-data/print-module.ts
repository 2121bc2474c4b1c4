import type { GrantedFields } from '@leastscope/analyzer';
import { fieldTree } from './field-tree.js';
import { printLiteral, printType } from './print-tree.js';

/**
 * A module of TypeScript for the boundary of an app: response types in which a field that no purpose allows is of no use, and
 * a function that takes such fields out. It imports nothing; the same grants give the same bytes.
 */
export function printModule(grants: readonly GrantedFields[], declaration: string): string {
  const trees = grants.map((grant) => ({ ...grant, tree: fieldTree(grant) }));
  const literals = trees.map(({ endpoint, tree }) => `  ${quoted(endpoint)}: ${printLiteral(tree, '  ')},`);
  const types = trees.map(
    ({ endpoint, purposes, tree }) =>
      `  /** ${purposesText(purposes)} */\n  ${quoted(endpoint)}: ${printType(tree, '  ')};`,
  );
  return `${header(declaration)}
/** What goes, by endpoint. \`*\` is all that is not named beside it. */
const refused = {
${literals.join('\n')}
} as const satisfies Record<string, Fields>;

${typesText}
/** Answers as the platform writes them. What the declaration does not speak of is \`unknown\`. */
export interface Responses {
${types.join('\n')}
}

${functionText}`;
}

function header(declaration: string): string {
  return `/* eslint-disable */
// Written by \`leastscope types\` from ${declaration}. Do not edit; write it again when purposes or calls have changed.
`;
}

function purposesText(purposes: readonly string[]): string {
  if (purposes.length === 0) return 'No purpose is declared for its calls.';
  return `As ${purposes.join(', ')} ${purposes.length === 1 ? 'allows' : 'allow'} it.`;
}

function quoted(endpoint: string): string {
  return `'${endpoint.replaceAll("'", "\\'")}'`;
}

const typesText = `interface Fields {
  readonly [name: string]: Fields | 'drop' | 'keep';
}

/** The type of a field that no purpose allows: it can be taken for nothing. */
export interface NotAllowed {
  readonly 'no declared purpose allows this field': never;
}

/** The endpoints that the app calls. */
export type Endpoint = keyof typeof refused;

/** An answer without what no purpose allows: of your own type for it, such fields are not there at all. */
export type LeastData<E extends Endpoint, T = unknown> = unknown extends T
  ? Responses[E]
  : Without<T, (typeof refused)[E]>;

type Without<T, F> = T extends readonly (infer Item)[]
  ? Without<Item, F>[]
  : T extends object
    ? { [K in keyof T as Stays<K, F>]: K extends keyof F ? Below<T[K], F[K]> : T[K] }
    : T;
type Stays<K, F> = K extends keyof F ? (F[K] extends 'drop' ? never : K) : '*' extends keyof F ? never : K;
type Below<T, F> = F extends string ? T : Without<T, F>;
`;

const functionText = `/** Takes out of an answer what no purpose allows. The answer itself stays as it is. */
export function strip<E extends Endpoint, T>(endpoint: E, answer: T): LeastData<E, T> {
  return without(answer, refused[endpoint]) as LeastData<E, T>;
}

function without(value: unknown, fields: Fields): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, fields));
  if (typeof value !== 'object' || value === null) return value;
  const named = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : fields['*']);
  const kept = Object.entries(value).filter(([name]) => named(name) !== 'drop');
  return Object.fromEntries(
    kept.map(([name, below]) => {
      const inner = named(name);
      return [name, typeof inner === 'object' ? without(below, inner) : below];
    }),
  );
}
`;
