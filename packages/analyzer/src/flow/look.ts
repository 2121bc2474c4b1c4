import type { Catalog } from '@leastscope/scope-catalog';
import type { Expression } from '../model/facts.js';
import { parameterKey, type Flow } from './flow.js';

/** One file that is looked through for where responses go, once all that callers hand over was carried. */
export interface Look {
  readonly flow: Flow;
  readonly catalog: Catalog;
  readonly file: string;
  /** Functions that some call was seen to call, as `file#index`. */
  readonly called: ReadonlySet<string>;
  /** Parameters that some caller hands something unknown. */
  readonly openParameters: ReadonlySet<string>;
}

/** Whether all that callers hand over for a parameter was seen; null when it is no parameter. */
export function isClosedParameter(
  { flow, file, openParameters }: Look,
  expression: Expression,
): boolean | null {
  if (expression.kind !== 'name') return null;
  const value = flow.code.facts(file)?.bindings[expression.binding]?.value;
  if (value?.kind !== 'parameter') return null;
  return !openParameters.has(parameterKey(file, value.function, value.index));
}
