import type { Catalog, CategoryId } from '@leastscope/scope-catalog';
import { answeringPlace } from '../lookups/answering-place.js';
import type { FieldRead, Outflow } from '../model/data-flow.js';
import type { Declaration } from '../model/declaration.js';
import type { Directive } from '../model/directives.js';
import { isAllowed } from './allowed-data.js';
import { purposesOf } from './purpose-of-file.js';

/**
 * Ids of the declared purposes that own what is done with a part of a response and allow a category of it. Of a composed
 * category several may allow it together only.
 */
export function purposesOfData(
  point: Pick<FieldRead | Outflow, 'place' | 'enteredBy'>,
  category: CategoryId,
  declaration: Declaration,
  catalog: Catalog,
  directives: readonly Directive[],
): readonly string[] {
  const { file, start } = answeringPlace(point);
  const owners = purposesOf(file, start.line, declaration, directives);
  const alone = owners.filter((purpose) => isAllowed(catalog, [purpose], category));
  const allowing = alone.length === 0 && isAllowed(catalog, owners, category) ? owners : alone;
  return allowing.map(({ id }) => id);
}
