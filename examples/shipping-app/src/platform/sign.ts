import { createHmac } from 'node:crypto';

/** HMAC-SHA256 over secret, path, sorted query, body and secret, as the platform asks for. */
export function sign(secret: string, path: string, query: URLSearchParams, body: string): string {
  const pairs = [...query.entries()]
    .filter(([key]) => key !== 'sign' && key !== 'access_token')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => key + value);
  const text = [secret, path, ...pairs, body, secret].join('');
  return createHmac('sha256', secret).update(text).digest('hex');
}
