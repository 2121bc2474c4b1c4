import { sign } from './sign.js';

const BASE_URL = process.env['TTS_BASE_URL'] ?? 'https://open-api.tiktokglobalshop.com';

/** One connected shop, as the seller's authorization left it. */
export interface ShopSession {
  readonly accessToken: string;
  readonly shopCipher: string | null;
}

interface RequestOptions {
  readonly query?: Record<string, string>;
  readonly body?: unknown;
}

/** The platform's envelope around every answer. */
interface Envelope<T> {
  readonly code: number;
  readonly message: string;
  readonly data: T;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The only place that talks to the platform: signs the request, sends it and unwraps the answer. */
export async function ttsRequest<T>(
  session: ShopSession,
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<T> {
  const body = options.body === undefined ? '' : JSON.stringify(options.body);
  const query = new URLSearchParams(options.query);
  query.set('app_key', secret('TTS_APP_KEY'));
  query.set('timestamp', String(Math.floor(Date.now() / 1000)));
  if (session.shopCipher !== null) query.set('shop_cipher', session.shopCipher);
  query.set('sign', sign(secret('TTS_APP_SECRET'), path, query, body));

  const response = await fetch(`${BASE_URL}${path}?${query.toString()}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-tts-access-token': session.accessToken },
    ...(body === '' ? {} : { body }),
  });
  const envelope = (await response.json()) as Envelope<T>;
  if (envelope.code !== 0) throw new Error(`TikTok Shop answered ${envelope.code}: ${envelope.message}`);
  return envelope.data;
}

function secret(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
}
