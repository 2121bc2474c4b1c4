import type { HttpClient } from '@leastscope/scope-catalog';
import { alike, anyMethod, client, fixed, signature } from './signatures.js';

const anyRequest = signature({ urlOptions: ['url'], methodOptions: ['method'] });

const got = (exported: string): HttpClient =>
  client('got', exported, anyRequest, {
    methods: { ...alike({ urlOptions: ['url'] }), stream: anyRequest, paginate: anyRequest },
    factories: { extend: { options: 0 } },
    baseUrlOptions: ['prefixUrl'],
    defaultsProperties: ['defaults.options'],
    responseBody: ['body', 'json()', 'text()'],
  });

const ky = (name: string, exported: string): HttpClient =>
  client(name, exported, anyMethod, {
    methods: alike(),
    factories: { create: { options: 0 }, extend: { options: 0 } },
    baseUrlOptions: ['prefixUrl', 'prefix', 'baseUrl'],
    responseBody: ['json()', 'text()'],
  });

/** `request('GET', url)`; the rest is chained. */
const superagentVerbs = alike({ options: null });
const superagent = (exported: string): HttpClient =>
  client('superagent', exported, signature({ url: 1, options: null, methodArgument: 0 }), {
    methods: { ...superagentVerbs, del: fixed('DELETE', { options: null }) },
    factories: { agent: { options: 0 } },
    responseBody: ['body'],
  });

/** The retired `request` and its promise-giving children. */
const requestOptions = { urlOptions: ['url', 'uri'] };
const requestLike = (name: string, responseBody: readonly string[]): HttpClient =>
  client(name, 'default', signature({ ...requestOptions, methodOptions: ['method'] }), {
    methods: { ...alike(requestOptions), del: fixed('DELETE', requestOptions) },
    factories: { defaults: { options: 0 } },
    baseUrlOptions: ['baseUrl'],
    responseBody,
  });

/** `needle('get', url, data, options)`. */
const needleCall = signature({ url: 1, options: 3, data: 2, methodArgument: 0 });
const needleBody = { options: 2, data: 1 };

/** `wretch(base).url(path).post(body, path)`: everything is a step of a chain. */
const wretch = (exported: string): HttpClient =>
  client('wretch', exported, null, {
    methods: {
      get: fixed('GET', { options: null }),
      delete: fixed('DELETE', { options: null }),
      post: fixed('POST', { url: 1, options: null, data: 0 }),
      put: fixed('PUT', { url: 1, options: null, data: 0 }),
      patch: fixed('PATCH', { url: 1, options: null, data: 0 }),
    },
    factories: { '()': { options: 1, url: 0 }, url: { options: 1, url: 0 }, options: { options: 0 } },
    responseBody: ['json()', 'text()'],
  });

export const otherClients: readonly HttpClient[] = [
  got('default'),
  got('got'),
  ky('ky', 'default'),
  ky('ky', 'ky'),
  ky('ky-universal', 'default'),
  superagent('default'),
  superagent('superagent'),
  requestLike('request', ['body']),
  requestLike('request-promise', []),
  requestLike('request-promise-native', []),
  requestLike('postman-request', ['body']),
  client('needle', 'default', needleCall, {
    methods: {
      get: fixed('GET'),
      delete: fixed('DELETE', needleBody),
      post: fixed('POST', needleBody),
      put: fixed('PUT', needleBody),
      patch: fixed('PATCH', needleBody),
      request: needleCall,
    },
    responseBody: ['body'],
  }),
  wretch('default'),
  wretch('wretch'),
  client('phin', 'default', signature({ options: 0, urlOptions: ['url'], methodOptions: ['method'] }), {
    factories: { defaults: { options: 0 } },
    responseBody: ['body'],
  }),
  client('centra', 'default', signature({ options: null, methodArgument: 1 })),
  // Not an HTTP client of the wide world, but it takes a method and a path like one.
  client('tiktok-shop-sdk', 'TikTokShopSDK', null, {
    methods: {
      request: signature({ url: null, options: 0, urlOptions: ['path'], methodOptions: ['method'] }),
    },
    constructible: true,
    source: 'npm:tiktok-shop-sdk@1.0.3 (hsib19/tiktok-shop-sdk@37e96de)',
  }),
];
