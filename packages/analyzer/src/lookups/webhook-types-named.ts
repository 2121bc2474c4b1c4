import type { Catalog } from '@leastscope/scope-catalog';

/** The types of webhooks that texts name: their numbers, and the events that the platform's own lists have. */
export function webhookTypesNamed({ webhooks }: Catalog, texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) =>
    webhooks
      .filter(({ type, event }) => String(type) === text || (event !== '' && event === text))
      .map(({ type }) => type),
  );
}
