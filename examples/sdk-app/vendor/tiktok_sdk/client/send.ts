export interface ApiResult<T> {
  readonly response: { readonly statusCode: number };
  readonly body: { readonly code?: number; readonly message?: string; readonly data?: T };
}

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly accessToken: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
}

export const defaultBasePath = 'https://open-api.tiktokglobalshop.com';

export async function send<T>(basePath: string, request: ApiRequest): Promise<ApiResult<T>> {
  const url = new URL(request.path, basePath);
  for (const [key, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.set(key, String(value));
  }
  const response = await fetch(url, {
    method: request.method,
    headers: { 'content-type': 'application/json', 'x-tts-access-token': request.accessToken },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  return { response: { statusCode: response.status }, body: (await response.json()) as ApiResult<T>['body'] };
}
