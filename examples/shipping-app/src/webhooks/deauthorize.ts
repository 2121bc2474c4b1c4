import type { Store } from '../storage/store.js';

/** The part of the webhook's message that matters here. */
export interface WebhookMessage {
  readonly type: number;
  readonly shop_id: string;
}

const SELLER_DEAUTHORIZATION = 6;

/** The seller took the authorization back: everything we hold of the shop goes. */
export async function onDeauthorized(message: WebhookMessage, store: Store): Promise<void> {
  if (message.type !== SELLER_DEAUTHORIZATION) return;
  await store.deleteSession(message.shop_id);
  await store.deleteLabels(message.shop_id);
}
