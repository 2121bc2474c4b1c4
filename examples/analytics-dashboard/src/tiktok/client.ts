import { createHmac } from 'node:crypto';

export interface Credentials {
  readonly appKey: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly shopCipher?: string;
}

type Query = Readonly<Record<string, string>>;

/** Signs and sends; one instance per shop. */
export class TikTokClient {
  private readonly baseUrl = 'https://open-api.tiktokglobalshop.com';

  constructor(private readonly credentials: Credentials) {}

  get<T>(path: string, query: Query = {}): Promise<T> {
    return this.send<T>('GET', path, query, '');
  }

  post<T>(path: string, body: unknown, query: Query = {}): Promise<T> {
    return this.send<T>('POST', path, query, JSON.stringify(body));
  }

  private async send<T>(method: string, path: string, query: Query, body: string): Promise<T> {
    const url = new URL(path, this.baseUrl);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    url.searchParams.set('app_key', this.credentials.appKey);
    url.searchParams.set('timestamp', String(Math.floor(Date.now() / 1000)));
    if (this.credentials.shopCipher) url.searchParams.set('shop_cipher', this.credentials.shopCipher);
    url.searchParams.set('sign', this.sign(path, url.searchParams, body));

    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', 'x-tts-access-token': this.credentials.accessToken },
      ...(body === '' ? {} : { body }),
    });
    const answer = (await response.json()) as { code: number; message: string; data: T };
    if (answer.code !== 0) throw new Error(`${method} ${path}: ${answer.code} ${answer.message}`);
    return answer.data;
  }

  private sign(path: string, query: URLSearchParams, body: string): string {
    const { appSecret } = this.credentials;
    const sorted = [...query].sort(([a], [b]) => (a < b ? -1 : 1)).flat();
    return createHmac('sha256', appSecret)
      .update([appSecret, path, ...sorted, body, appSecret].join(''))
      .digest('hex');
  }
}
