/**
 * The state of each source as a date. A row's date is the newest among the sources that it names. Dates written in a
 * source itself (`crawl of docv2, 2026-10-05`) count too, but not dates of events such as a sunset.
 */
const stateOf: readonly (readonly [fragment: string, date: string])[] = [
  ['rioanandaputra-bot/tiktok-docs-mcp', '2026-05-01'],
  ['lazykern/ecommerce-api-docs', '2025-12-03'],
  ['thienphung00/Juli-AI', '2026-07-21'],
  ['Kyrie-0518/bozone', '2026-05-01'],
  ['hieutv199x/inventory-management', '2025-12-01'],
  ['phamconganh/tiktok-shop-sdk', '2025-12-24'],
  ['yangyiqian0312/super-succotash', '2026-04-27'],
  ['yxiZo/tiktok-partner-backend', '2026-01-16'],
  ['kwamkid/AooCommerce', '2026-08-24'],
  ['meihei3/tiktok-shop-release-notes-rss', '2026-08-22'],
  ['sistem-atc/marketplace-sdk', '2026-08-21'],
  ['brunorsouza/tiktally-creators', '2026-08-21'],
  ['npm:@tts-open-toolkit/cli@0.1.7', '2026-09-23'],
  ['hsib19/tiktok-shop-sdk', '2025-12-24'],
  ['EcomPHP/tiktokshop-php', '2026-05-01'],
  ['oneflow-vn/n8n-nodes-tiktok-shop', '2025-12-03'],
];

/** Where a source gives no date: the day on which the tables of facts were closed for the documentation itself. */
const undated = '2026-05-01';

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
