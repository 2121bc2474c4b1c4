import type { CategoryId, Principal, Webhook } from '@leastscope/scope-catalog';

/** Topics that the table of webhooks lacks. */
export interface AddedWebhook {
  readonly type: number;
  readonly event: string;
  readonly eventConfidence: Webhook['eventConfidence'];
  readonly title: string;
  readonly group: string;
  readonly principal: Principal;
  /** What comes with it by its title, beyond the rows of its payload. */
  readonly also: readonly CategoryId[];
  readonly source: string;
  readonly reason: string;
}

export const addedWebhooks: readonly AddedWebhook[] = [
  {
    type: 71,
    event: 'INVENTORY_CHANGED_BY_SHOP',
    eventConfidence: 'single-source',
    title: 'Inventory changed by shop',
    group: 'Product',
    principal: 'seller',
    also: ['seller.identity'],
    source:
      'laraditz/tiktok CHANGELOG 1.1.6 of 2026-10-01, unattributed-public-file:71163501919 | unattributed-public-file:71205902843 | unattributed-public-file:71471415479',
    reason:
      'Newer than the listing; a library of October 2026 knows the type and its name. Its payload was not found.',
  },
];

export interface EventNameCorrection {
  readonly types: readonly number[];
  readonly confidence: NonNullable<Webhook['eventConfidence']>;
  readonly source: string;
  readonly reason: string;
}

/** How sure the names of events are, where the table says something else. */
export const eventNames: readonly EventNameCorrection[] = [
  {
    types: [21, 24, 27, 39, 58, 68],
    confidence: 'guess',
    source: 'thienphung00/Juli-AI:docs/integrations/tiktok_api/webhooks.md@709dae7d',
    reason: 'The source itself calls the name its best guess; the documented list does not have it.',
  },
  {
    types: [64, 65, 67],
    confidence: 'multi-source',
    source: 'unattributed-public-file:70119206024',
    reason: 'A second source, which does not copy the first, uses the same name.',
  },
];

export interface AddedPayloadField {
  readonly type: number;
  readonly path: string;
  readonly category: CategoryId;
  readonly confidence: 'single-source';
  readonly source: string;
  readonly reason: string;
}

/** Places of payloads that the table of payloads lacks. */
export const addedPayloadFields: readonly AddedPayloadField[] = [
  {
    type: 11,
    path: 'data.update_time',
    category: 'order.reference',
    confidence: 'single-source',
    source:
      'thienphung00/Juli-AI:docs/integrations/tiktok_api/webhook-contract-collection.md@709dae7d (live delivery, redacted, 2026-07-14)',
    reason: 'A live delivery had `update_time` and no `create_time`; the page has it the other way round.',
  },
];
