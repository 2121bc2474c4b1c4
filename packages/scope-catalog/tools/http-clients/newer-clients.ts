import type { HttpClient } from '@leastscope/scope-catalog';
import { alike, anyMethod, bodySecond, client, fixed, signature } from './signatures.js';

/** Everything stands in one configuration object. */
const asConfig = signature({ url: null, options: 0, urlOptions: ['url'], methodOptions: ['method'] });
const data = { responseBody: ['data'] };

const gaxios = (exported: string, changes: Partial<HttpClient>): HttpClient =>
  client('gaxios', exported, null, {
    methods: { request: asConfig, fetch: anyMethod },
    baseUrlOptions: ['baseURL'],
    ...data,
    ...changes,
  });

/** `$.ajax(url, settings)` or `$.ajax(settings)`; the method may be called type. */
const jquery = (name: string, exported: string): HttpClient =>
  client(name, exported, null, {
    methods: {
      ajax: signature({ urlOptions: ['url'], methodOptions: ['method', 'type'] }),
      get: fixed('GET', { options: null }),
      getJSON: fixed('GET', { options: null }),
      post: fixed('POST', { options: null, data: 1 }),
    },
    responseBody: [],
  });

/** Verbs in capitals: `client.GET('/path', { params })`. */
const capitals = {
  GET: fixed('GET'),
  POST: fixed('POST'),
  PUT: fixed('PUT'),
  PATCH: fixed('PATCH'),
  DELETE: fixed('DELETE'),
};

const alovaMethods = {
  Get: fixed('GET'),
  Post: fixed('POST', { options: 2, data: 1 }),
  Put: fixed('PUT', { options: 2, data: 1 }),
  Patch: fixed('PATCH', { options: 2, data: 1 }),
  Delete: fixed('DELETE', { options: 2, data: 1 }),
  Request: asConfig,
};

const xior: Partial<HttpClient> = {
  methods: { ...bodySecond, request: signature({ urlOptions: ['url'], methodOptions: ['method'] }) },
  factories: { create: { options: 0 } },
  baseUrlOptions: ['baseURL'],
  ...data,
};

export const newerClients: readonly HttpClient[] = [
  client('gaxios', 'request', asConfig, { baseUrlOptions: ['baseURL'], ...data }),
  gaxios('instance', {}),
  gaxios('Gaxios', { constructible: true }),
  client('openapi-fetch', 'default', null, {
    methods: { ...capitals, request: signature({ url: 1, options: 2, methodArgument: 0 }) },
    factories: { '()': { options: 0 } },
    baseUrlOptions: ['baseUrl'],
    ...data,
  }),
  client('@better-fetch/fetch', 'betterFetch', anyMethod, { baseUrlOptions: ['baseURL'], ...data }),
  client('xior', 'default', null, xior),
  client('xior', 'xior', null, xior),
  client('alova', 'createAlova', null, {
    methods: alovaMethods,
    factories: { '()': { options: 0 } },
    baseUrlOptions: ['baseURL'],
    responseBody: ['json()', 'text()'],
  }),
  client('umi-request', 'default', anyMethod, { methods: alike(), responseBody: [] }),
  client('umi-request', 'request', anyMethod, { methods: alike(), responseBody: [] }),
  client('umi-request', 'extend', null, {
    methods: alike(),
    factories: { '()': { options: 0 } },
    baseUrlOptions: ['prefix'],
    responseBody: [],
  }),
  client('@tarojs/taro', 'default', null, { methods: { request: asConfig }, ...data }),
  client('@tarojs/taro', 'request', asConfig, data),
  client('global', 'wx', null, { methods: { request: asConfig }, ...data }),
  jquery('jquery', 'default'),
  jquery('global', '$'),
  jquery('global', 'jQuery'),
  // `useFetch(url).post(body)`: the verb may come later, so it is open unless the options say it.
  client('@vueuse/core', 'useFetch', signature({ methodOptions: ['method'], defaultMethod: null }), {
    responseBody: ['data.value'],
  }),
];
