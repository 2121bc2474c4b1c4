import type { CatalogData, Endpoint, Field } from '@leastscope/scope-catalog';
import { hasPlace } from '@leastscope/scope-catalog/validate';
import type { ReferencePage } from './page.js';

/** Where a saved page and the catalog say different things of one endpoint. */
export interface PageDifference {
  readonly what: 'missing endpoint' | 'scopes' | 'tokens' | 'field' | 'creator';
  readonly id: string;
  readonly message: string;
}

/** Compares everything that a page documents: that there is such an endpoint, its scopes, its token, its fields. */
export function comparePages(
  data: CatalogData,
  fields: readonly Field[],
  pages: readonly ReferencePage[],
): readonly PageDifference[] {
  const byId = new Map(data.endpoints.map((endpoint) => [endpoint.id, endpoint]));
  return mergePages(pages).flatMap((page) => {
    const endpoint = byId.get(page.endpoint);
    if (endpoint === undefined)
      return [{ what: 'missing endpoint', id: page.endpoint, message: page.title } as const];
    const own = fields.filter(({ endpoint: of }) => of === page.endpoint);
    return [...keyDifferences(endpoint, page), ...fieldDifferences(own, page)];
  });
}

/** Several copies of one page: what any of them says counts. */
export function mergePages(pages: readonly ReferencePage[]): readonly ReferencePage[] {
  const byId = new Map<string, ReferencePage>();
  for (const page of pages) {
    const before = byId.get(page.endpoint);
    byId.set(page.endpoint, before === undefined ? page : joined(before, page));
  }
  return [...byId.values()];
}

function joined(a: ReferencePage, b: ReferencePage): ReferencePage {
  const both = <Text>(left: readonly Text[], right: readonly Text[]): readonly Text[] => [
    ...new Set([...left, ...right]),
  ];
  return {
    ...a,
    scopes: both(a.scopes, b.scopes),
    tokens: both(a.tokens, b.tokens),
    responseFields: both(a.responseFields, b.responseFields),
    requestFields: both(a.requestFields, b.requestFields),
  };
}

function keyDifferences(endpoint: Endpoint, page: ReferencePage): readonly PageDifference[] {
  const { id, scopes, tokens } = endpoint;
  const differ = (left: readonly string[], right: readonly string[]): boolean =>
    [...left].sort().join() !== [...right].sort().join();
  const told = (
    what: 'scopes' | 'tokens',
    ours: readonly string[],
    theirs: readonly string[],
  ): PageDifference => ({
    what,
    id,
    message: `the catalog has ${listed(ours)}, the page ${listed(theirs)}`,
  });
  return [
    ...(differ(scopes, page.scopes) ? [told('scopes', scopes, page.scopes)] : []),
    ...(differ(tokens, page.tokens) ? [told('tokens', tokens, page.tokens)] : []),
  ];
}

function listed(texts: readonly string[]): string {
  return texts.length === 0 ? 'nothing' : texts.join(', ');
}

/** A row that was borrowed from an older version may name what the newer page no longer has. */
function fieldDifferences(own: readonly Field[], page: ReferencePage): readonly PageDifference[] {
  return own
    .filter(({ path, direction }) => !hasPlace(page, path, direction))
    .map(({ path, direction }) => ({
      what: 'field' as const,
      id: page.endpoint,
      message: `${direction} ${path} is not on the page`,
    }));
}
