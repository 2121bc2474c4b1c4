import type { HttpClient } from '@leastscope/scope-catalog';
import { anyMethod, client, fixed, signature } from './signatures.js';

/** A URL, or options with host and path apart. */
const request = signature({ urlOptions: ['path'], methodOptions: ['method'] });
const get = fixed('GET', { urlOptions: ['path'] });
const hostOptions = { baseUrlOptions: ['hostname', 'host'] };

const builtin = (name: string): readonly HttpClient[] => [
  client(name, 'default', null, { methods: { request, get }, ...hostOptions }),
  client(name, '*', null, { methods: { request, get }, ...hostOptions }),
  client(name, 'request', request, hostOptions),
  client(name, 'get', get, hostOptions),
];

/** undici: the base is the origin; a client or pool is made for one. */
const undiciBody = { responseBody: ['body.json()', 'body.text()'] };
const onOrigin = signature({ url: null, options: 0, urlOptions: ['path'], methodOptions: ['method'] });
const pool = (exported: string): HttpClient =>
  client('undici', exported, null, {
    methods: { request: onOrigin, stream: onOrigin },
    baseUrlOptions: ['origin'],
    constructible: true,
    constructorUrl: 0,
    ...undiciBody,
  });

export const nodeClients: readonly HttpClient[] = [
  ...builtin('node:http'),
  ...builtin('node:https'),
  client('undici', 'request', request, { baseUrlOptions: ['origin'], ...undiciBody }),
  client('undici', 'stream', request, { baseUrlOptions: ['origin'] }),
  client('undici', 'pipeline', request, { baseUrlOptions: ['origin'] }),
  pool('Client'),
  pool('Pool'),
  client('urllib', 'default', null, {
    methods: { request: anyMethod, curl: anyMethod },
    responseBody: ['data'],
  }),
  client('urllib', 'request', anyMethod, { responseBody: ['data'] }),
];
