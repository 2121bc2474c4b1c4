import { tts } from '../http.js';

export async function ship(packageId: string, tracking: string, provider: string): Promise<void> {
  await tts('POST', `/fulfillment/202309/packages/${packageId}/ship`, {
    self_shipment: { tracking_number: tracking, shipping_provider_id: provider },
  });
}
