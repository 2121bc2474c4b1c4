const HOST = 'https://open-api.tiktokglobalshop.com';

/** The only place that talks to the platform. Signing is left out of the example. */
export async function tts<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(HOST + path, {
    method,
    headers: { 'x-tts-access-token': process.env['TTS_ACCESS_TOKEN'] ?? '' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json = (await answer.json()) as { readonly data: T };
  return json.data;
}
