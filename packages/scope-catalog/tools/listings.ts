import type { Listing } from '@leastscope/scope-catalog';

/**
 * The complete listings that the tables of endpoints were made from. Single rows are newer; until these days nothing that the
 * platform told is missing. Versions are published weeks after the month in their name, and the navigation of July shows no
 * scopes: so findings rest on the listing that does.
 */
export const listings: readonly Listing[] = [
  {
    tells: 'scopes',
    endpoints: 292,
    source:
      'rioanandaputra-bot/tiktok-docs-mcp@a495059 | lazykern/ecommerce-api-docs:data/raw/tiktok@eba059e (reference pages)',
    date: '2026-05-01',
  },
  {
    tells: 'paths',
    endpoints: 293,
    source:
      'thienphung00/Juli-AI:docs/integrations/tiktok_corpora/partner-catalog.json@709dae7d (navigation of the reference)',
    date: '2026-07-21',
  },
];
