/**
 * The state of each source as a date. A row's date is the newest among the sources that it names. Dates written in a
 * source itself (`crawl of docv2, 2026-10-05`) count too, but not dates of events such as a sunset.
 */
const stateOf: readonly (readonly [fragment: string, date: string])[] = [
  ['rioanandaputra-bot/tiktok-docs-mcp', '2026-05-01'],
  ['lazykern/ecommerce-api-docs', '2025-12-03'],
  ['thienphung00/Juli-AI', '2026-07-21'],
  ['Kyrie-0518/bozone', '2026-06-23'],
  ['hieutv199x/inventory-management', '2025-10-25'],
  ['phamconganh/tiktok-shop-sdk', '2025-12-24'],
  ['yangyiqian0312/super-succotash', '2026-04-27'],
  ['yxiZo/tiktok-partner-backend', '2026-01-16'],
  ['kwamkid/AooCommerce', '2026-08-24'],
  ['meihei3/tiktok-shop-release-notes-rss', '2026-08-22'],
  // The registry only knows when a mirror took it; a rendering of its 428 operations is of this day.
  ['npm:@tts-open-toolkit/cli@0.1.7', '2026-08-24'],
  ['hsib19/tiktok-shop-sdk', '2026-06-26'],
  ['EcomPHP/tiktokshop-php', '2023-08-05'],
  ['oneflow-vn/n8n-nodes-tiktok-shop', '2024-09-30'],
];

/**
 * Where no source says its state (a public file without repository, a client whose history could not be had): the
 * newest dated copy of the documentation that the tables were made from. It is the latest that such a row can be.
 */
const undated = '2026-08-24';

/** Phrases whose dates are events, not states of a source. */
const events = /\b(sunset|retired|closed|deprecat\w*)\b[^|;]*?\d{4}-\d{2}(-\d{2})?/g;

/** The newest state among the sources that a source text names. */
export function dateOf(source: string): string {
  const known = stateOf.filter(([fragment]) => source.includes(fragment)).map(([, date]) => date);
  const written = source.replace(events, '').match(/\b20\d{2}-\d{2}(-\d{2})?\b/g) ?? [];
  return [...known, ...written].sort().at(-1) ?? undated;
}

/** The newest of several dates; a month counts as its first day. */
export function newest(dates: readonly string[]): string {
  const days = dates.map((date) => (date.length === 7 ? `${date}-01` : date));
  return days.sort().at(-1) ?? undated;
}
