import type { HttpClient } from '@leastscope/scope-catalog';
import { anyMethod, client, signature } from './signatures.js';

/** `fetch` and everything that has its face. */
const fetchCall = signature({ urlOptions: ['url'], methodOptions: ['method'] });
const body = { responseBody: ['json()', 'text()'] };

const globals = ['Bun.fetch', 'fetch', 'globalThis.fetch', 'self.fetch', 'window.fetch'];

const exportsOf: readonly (readonly [name: string, exported: string])[] = [
  ['@tauri-apps/plugin-http', 'fetch'],
  ['bun', 'fetch'],
  ['cross-fetch', 'default'],
  ['cross-fetch', 'fetch'],
  ['expo/fetch', 'fetch'],
  ['isomorphic-fetch', 'default'],
  ['isomorphic-unfetch', 'default'],
  ['minipass-fetch', 'default'],
  ['node-fetch', 'default'],
  ['node-fetch-native', 'default'],
  ['node-fetch-native', 'fetch'],
  ['undici', 'fetch'],
  ['whatwg-fetch', 'fetch'],
];

/** ofetch answers with the body itself; Nuxt's composables wrap it in a ref. */
const ofetchMethods = { raw: anyMethod, native: anyMethod };
const ofetch = (name: string, exported: string): HttpClient =>
  client(name, exported, anyMethod, {
    methods: ofetchMethods,
    factories: { create: { options: 0 } },
    baseUrlOptions: ['baseURL'],
    responseBody: [],
  });
const composable = (name: string, exported: string): HttpClient =>
  client(name, exported, anyMethod, { baseUrlOptions: ['baseURL'], responseBody: ['data.value'] });

export const fetchClients: readonly HttpClient[] = [
  ...globals.map((name) => client('global', name, fetchCall, body)),
  ...exportsOf.map(([name, exported]) => client(name, exported, fetchCall, body)),
  client('make-fetch-happen', 'default', fetchCall, {
    factories: { defaults: { options: 1, url: 0 } },
    ...body,
  }),
  client('@tauri-apps/api/http', 'fetch', anyMethod, { responseBody: ['data'] }),
  client('global', 'UrlFetchApp', null, {
    methods: { fetch: anyMethod },
    responseBody: ['getContentText()'],
  }),
  ofetch('ofetch', 'ofetch'),
  ofetch('ofetch', '$fetch'),
  ofetch('ofetch', 'default'),
  ofetch('global', '$fetch'),
  ofetch('#imports', '$fetch'),
  composable('global', 'useFetch'),
  composable('global', 'useLazyFetch'),
  composable('#app', 'useFetch'),
  composable('#imports', 'useFetch'),
];
