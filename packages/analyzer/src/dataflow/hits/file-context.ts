import type { Catalog } from '@leastscope/scope-catalog';
import type { Expression } from '../../model/facts.js';
import type { Callers } from './receiver-origins.js';
import { parameterKey, type Tracker } from '../domain/tracker.js';

/** Of a set that all files make together it is only asked whether something is in it. */
export type Keys = Pick<ReadonlySet<string>, 'has'>;

/** One file that is looked through for where responses go, once all that callers hand over was carried. */
export interface FileContext {
  readonly tracker: Tracker;
  readonly catalog: Catalog;
  readonly file: string;
  /** Functions whose result a framework hands to whoever asked the app, as `file#index`. */
  readonly answering: Keys;
  /** Functions that some call was seen to call, as `file#index`. */
  readonly called: Keys;
  /** Getters that some code asks for, as `file#index`. */
  readonly getters: Keys;
  /** Calls of the functions of this file that stand in it: what any other file hands over is not seen from here. */
  readonly callers: () => Callers;
  /** Parameters that some caller hands something unknown. */
  readonly unknownCallbacks: Keys;
}

/** Whether all that callers hand over for a parameter was seen; null when it is no parameter. */
export function isClosedParameter(
  { tracker, file, unknownCallbacks }: FileContext,
  expression: Expression,
): boolean | null {
  if (expression.kind !== 'name') return null;
  const value = tracker.program.facts(file)?.bindings[expression.binding]?.value;
  if (value?.kind !== 'parameter') return null;
  return !unknownCallbacks.has(parameterKey(file, value.function, value.index));
}
