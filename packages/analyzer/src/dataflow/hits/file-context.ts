import type { Catalog } from '@leastscope/scope-catalog';
import type { Expression } from '../../model/facts.js';
import type { AnsweringFunctions } from './answering-functions.js';
import type { Callers } from './receiver-origins.js';
import { parameterKey, type Tracker } from '../domain/tracker.js';

/** One file that is looked through for where responses go, once all that callers hand over was carried. */
export interface FileContext {
  readonly tracker: Tracker;
  readonly catalog: Catalog;
  readonly file: string;
  readonly answering: AnsweringFunctions;
  /** Functions that some call was seen to call, as `file#index`. */
  readonly called: ReadonlySet<string>;
  /** Calls of the functions of this file that stand in it: what any other file hands over is not seen from here. */
  readonly callers: () => Callers;
  /** Parameters that some caller hands something unknown. */
  readonly unknownCallbacks: ReadonlySet<string>;
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
