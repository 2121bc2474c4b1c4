import type { CatalogData } from '@leastscope/scope-catalog';
import type { WebhookPage } from '../pages/webhook-page.js';

/**
 * What saved pages tell of webhooks that the catalog lacks, one line each. They become no rows: what a place holds is for a
 * person to say, and a topic without that is none.
 */
export function webhookChanges({ webhooks }: CatalogData, pages: readonly WebhookPage[]): readonly string[] {
  const known = new Map(webhooks.map((row) => [row.type, row.data]));
  const lines = pages.flatMap(({ type, title, places }) => {
    const data = known.get(type);
    const name = `webhook ${String(type)} (${title})`;
    if (data === undefined)
      return [`${name} is new; its places: ${places.join(', ') || 'no example that is JSON'}`];
    return places
      .filter((place) => !data.some((row) => holds(row, place)))
      .map((place) => `${name} also has ${place}`);
  });
  return [...new Set(lines)].sort();
}

function holds(row: string, place: string): boolean {
  const [bareRow, bare] = [row, place].map((text) => text.replaceAll('[]', ''));
  if (bareRow === undefined || bare === undefined) return false;
  return bareRow === bare || bare.startsWith(`${bareRow.replace(/\.\*$/, '')}.`);
}
