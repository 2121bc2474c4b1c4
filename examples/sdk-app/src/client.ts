import { ClientConfiguration, TikTokShopNodeApiClient } from '../vendor/tiktok_sdk/index.js';

ClientConfiguration.globalConfig.app_key = process.env['TTS_APP_KEY'] ?? '';
ClientConfiguration.globalConfig.app_secret = process.env['TTS_APP_SECRET'] ?? '';

export const client = new TikTokShopNodeApiClient({ config: ClientConfiguration.globalConfig });

export const JSON_TYPE = 'application/json';

/** One connected shop. */
export interface Shop {
  readonly accessToken: string;
  readonly cipher: string;
}
