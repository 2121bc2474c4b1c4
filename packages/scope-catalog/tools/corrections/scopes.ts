/** Rows of the table of scopes that are no scope keys but spellings of one, with the key they mean. */
export const aliasRows: Readonly<Record<string, string>> = {
  'seller.product.optimize': 'serller.product.optimize',
};

/** Scopes that open no endpoint and no webhook, and why they are kept. A scope on neither list is a mistake. */
export const withoutEndpoint: Readonly<Record<string, string>> = {
  'seller.fbt.inbound': 'The FBT guide names it for inbound, but every inbound page lists seller.fbt.info.',
  'seller.global_product.image_trans_task':
    'Seen in one seller’s granted scopes; no page names an endpoint for it.',
  'test.scope.public':
    'An internal test package of the platform: on a real token, on no page an app could use.',
};

/** `data.*` scopes are granted by the seller: the table calls their principal "data". */
export const principalOf: Readonly<Record<string, 'seller' | 'creator' | 'partner'>> = {
  seller: 'seller',
  creator: 'creator',
  partner: 'partner',
  data: 'seller',
};

/** Package ids on which sources disagree. */
export const packageIds: Readonly<Record<string, { readonly id: string; readonly reason: string }>> = {
  'seller.customer_service': {
    id: '480004',
    reason:
      'API pages write 480004 in their scope list; one guide writes 48004, a digit short of every other id.',
  },
};

/** Scopes that have no title in their source. */
export const titles: Readonly<Record<string, string>> = {
  'seller.fbt.inbound': 'Fulfilled by TikTok (FBT) Inbound',
  'seller.global_product.image_trans_task': 'Global Product Image Translation',
  'partner.cap_orders.read': 'Read CAP Affiliate Orders',
};

export interface ScopeConfidenceCorrection {
  /** Start of the endpoint ids that are meant. */
  readonly endpoints: string;
  readonly confidence: 'documented';
  readonly source: string;
  readonly reason: string;
}

/** Endpoints whose scope is better known than the table says. */
export const scopeConfidences: readonly ScopeConfidenceCorrection[] = [
  {
    endpoints: 'GET /analytics/202502/live_rooms/{live_room_id}/',
    confidence: 'documented',
    source:
      'brunorsouza/tiktally-creators@2e3e939 (unattributed-public-file:69283286351, extraction of docv2)',
    reason: 'An extraction of the pages themselves names creator.data.live.read.public on each of the seven.',
  },
];
