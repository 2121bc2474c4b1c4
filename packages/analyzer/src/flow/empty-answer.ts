import { fieldsOf, type Catalog } from '@leastscope/scope-catalog';
import type { EmptyBranch } from '../model/facts.js';
import { isPersonal } from '../model/personal.js';
import { isWithin } from '../model/response-path.js';
import { openScope } from './flow.js';
import { allParts } from './holding.js';
import { locatePart } from './locate-part.js';
import type { Look } from './look.js';
import { isWholeAnswer, type Part } from './part.js';
import type { Sighting } from './sighting.js';

/**
 * Whether something stands in a branch that runs only when a list is empty, and is that list, or an answer in which all
 * personal data lies in that list. The list has to be one of the very same answer.
 */
export function isEmpty(
  { flow, file, catalog }: Look,
  branches: readonly EmptyBranch[],
  { part, span }: Sighting,
): boolean {
  return branches
    .filter((branch) => branch.span[0] <= span.start && span.end <= branch.span[1])
    .flatMap(({ list }) => allParts(flow.holdingOf(list, openScope(flow, file))))
    .filter((list) => list.use === part.use && list.request === part.request && !isWholeAnswer(list))
    .some((list) => (isWholeAnswer(part) ? holdsAll(catalog, list) : isIn(part, list)));
}

function isIn(part: Part, list: Part): boolean {
  return list.steps.every((step, index) => part.steps[index] === step);
}

/** Rows that end in `*` say that something may lie anywhere in the answer; nobody is accused by those. */
function holdsAll(catalog: Catalog, list: Part): boolean {
  const located = locatePart(catalog, list);
  if (located === null) return false;
  const personal = fieldsOf(catalog, located.endpoint).filter(
    (row) => row.direction === 'response' && !row.path.endsWith('*') && isPersonal(catalog, row.category),
  );
  const outer = located.path.replace(/(?:\[\])+$/, '');
  return personal.length > 0 && personal.every((row) => isWithin(row.path, outer));
}
