import type { Catalog, Principal } from '@leastscope/scope-catalog';

/**
 * The types of the webhooks that tell an app of a withdrawal, by whose tokens it holds. Of an app that does not say so, and of
 * one that no webhook tells, all there are.
 */
export function withdrawalTypes({ platform }: Catalog, tokens: readonly Principal[]): readonly number[] {
  const { withdrawal } = platform.webhooks;
  const told = tokens.flatMap((principal) => withdrawal[principal] ?? []);
  return told.length === 0 ? Object.values(withdrawal) : told;
}
