import type { Field } from '@leastscope/scope-catalog';
import { hasPlace } from '@leastscope/scope-catalog/validate';
import type { HeldSchema } from '@leastscope/scope-catalog/validate';

/** The table of the catalog's own places that saved pages have and the OpenAPI set has not. */
export function seenOnPages(
  fields: readonly Field[],
  pages: readonly HeldSchema[],
  operations: readonly HeldSchema[],
): string {
  const onPages = new Map(pages.map((page) => [page.endpoint, page]));
  const inSet = new Map(operations.map((operation) => [operation.endpoint, operation]));
  const isAt = (held: ReadonlyMap<string, HeldSchema>, { endpoint, path, direction }: Field): boolean => {
    const schema = held.get(endpoint);
    return schema !== undefined && hasPlace(schema, path, direction);
  };
  const lines = fields
    .filter(({ path }) => path !== '*' && !path.startsWith('form.'))
    .filter((field) => isAt(onPages, field) && !isAt(inSet, field))
    .map(({ endpoint, direction, path }) => [endpoint, direction, path].join('\t'));
  return `${['endpoint\tdirection\tpath', ...lines].join('\n')}\n`;
}
