import type { ClientSignature, HttpClient } from '@leastscope/scope-catalog';
import { bodySecond, client, fixed, signature } from './signatures.js';

/** Everything may stand in one configuration object. */
const config = { urlOptions: ['url'], methodOptions: ['method'] };
const asConfig = signature({ url: null, options: 0, ...config });
const formPost = { options: 2, data: 1 };

const axiosMethods: Readonly<Record<string, ClientSignature>> = {
  ...bodySecond,
  postForm: fixed('POST', formPost),
  putForm: fixed('PUT', formPost),
  patchForm: fixed('PATCH', formPost),
  request: asConfig,
  // Builds the URL and sends nothing, but whoever builds it is about to.
  getUri: asConfig,
};

const instance: Partial<HttpClient> = {
  methods: axiosMethods,
  baseUrlOptions: ['baseURL'],
  defaultsProperties: ['defaults'],
  responseBody: ['data'],
};
const face: Partial<HttpClient> = { ...instance, factories: { create: { options: 0 } } };

/** The native bridge of a mobile app: one configuration object, the verb in the name. */
const nativeVerb = { url: null, options: 0, urlOptions: ['url'] };

export const axiosClients: readonly HttpClient[] = [
  client('axios', 'default', signature(config), face),
  client('axios', 'axios', signature(config), face),
  client('axios', 'Axios', null, { ...instance, constructible: true }),
  client('redaxios', 'default', signature(config), { ...face, defaultsProperties: [] }),
  client('@nestjs/axios', 'HttpService', null, {
    methods: axiosMethods,
    baseUrlOptions: ['baseURL'],
    clientProperties: ['axiosRef'],
    responseBody: ['data'],
  }),
  client('@angular/common/http', 'HttpClient', null, {
    methods: { ...bodySecond, request: signature({ url: 1, options: 2, methodArgument: 0 }) },
    responseBody: [],
  }),
  client('@capacitor/core', 'CapacitorHttp', null, {
    methods: {
      get: fixed('GET', nativeVerb),
      post: fixed('POST', nativeVerb),
      put: fixed('PUT', nativeVerb),
      patch: fixed('PATCH', nativeVerb),
      delete: fixed('DELETE', nativeVerb),
      request: asConfig,
    },
    responseBody: ['data'],
  }),
  client('global', 'uni', null, { methods: { request: asConfig }, responseBody: ['data'] }),
  client('global', 'GM_xmlhttpRequest', asConfig),
];
