import { fieldsOf, type Catalog } from '@leastscope/scope-catalog';
import type { EmptyBranch } from '../../model/facts.js';
import { isPersonal } from '../../lookups/personal.js';
import { isWithin } from '../../lookups/response-path.js';
import { anyCallerActivation } from '../domain/tracker.js';
import { allPaths } from '../domain/taint-value.js';
import { matchSchema } from './match-schema.js';
import type { FileContext } from './file-context.js';
import { isWholeResponse, type AccessPath } from '../domain/access-path.js';
import { isSameSource } from '../domain/source.js';
import { isInside } from '../../lookups/is-inside.js';
import type { FlowHit } from './flow-hit.js';

/**
 * Whether something stands in a branch that runs only when a list is empty, and is that list, or an answer in which all
 * personal data lies in that list. The list has to be one of the very same answer.
 */
export function isEmpty(
  { tracker, file, catalog }: FileContext,
  branches: readonly EmptyBranch[],
  { path, span }: FlowHit,
): boolean {
  return branches
    .filter((branch) => isInside(span, branch.span))
    .flatMap(({ list }) => allPaths(tracker.evaluate(list, anyCallerActivation(tracker, file))))
    .filter((list) => isSameSource(list.source, path.source) && !isWholeResponse(list))
    .some((list) => (isWholeResponse(path) ? holdsAll(catalog, list) : isIn(path, list)));
}

function isIn(path: AccessPath, list: AccessPath): boolean {
  return list.fields.every((step, index) => path.fields[index] === step);
}

/** Rows that end in `*` say that something may lie anywhere in the answer; nobody is accused by those. */
function holdsAll(catalog: Catalog, list: AccessPath): boolean {
  const located = matchSchema(catalog, list);
  if (located === null) return false;
  const personal = fieldsOf(catalog, located.endpoint).filter(
    (row) => row.direction === 'response' && !row.path.endsWith('*') && isPersonal(catalog, row.category),
  );
  const outer = located.path.replace(/(?:\[\])+$/, '');
  return personal.length > 0 && personal.every((row) => isWithin(row.path, outer));
}
