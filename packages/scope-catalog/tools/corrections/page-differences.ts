/** Differences between saved pages and the catalog that are meant, by the start of the endpoint ids. */
export interface ExplainedDifference {
  readonly what: 'scopes' | 'tokens' | 'field';
  readonly endpoints: string;
  readonly reason: string;
}

const silent = 'The page lists no scope at all; ';

export const explainedDifferences: readonly ExplainedDifference[] = [
  {
    what: 'scopes',
    endpoints: 'GET /analytics/202502/live_rooms/{live_room_id}/',
    reason: `${silent}the package is newer than the copies, and a later extraction of the pages names it.`,
  },
  {
    what: 'scopes',
    endpoints: 'POST /affiliate_partner/202603/cap_order/search',
    reason: `${silent}two independent clients name it.`,
  },
  {
    what: 'scopes',
    endpoints: 'GET /authorization/202309/shops',
    reason: 'One copy also lists test.scope.public, a test package of the platform that no app could use.',
  },
  {
    what: 'scopes',
    endpoints: 'POST /product/202604/inventory/operation/settings',
    reason: `${silent}notes that cite a later copy of it name one.`,
  },
  {
    what: 'scopes',
    endpoints: 'GET /affiliate_creator/202512/samples/deeplink',
    reason: `${silent}a listing of the console’s packages has the operation.`,
  },
];
