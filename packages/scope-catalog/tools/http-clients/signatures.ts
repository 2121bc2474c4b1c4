import type { ClientSignature, HttpClient, HttpMethod } from '@leastscope/scope-catalog';

type Signatures = Readonly<Record<string, ClientSignature>>;

/** `name(url, options)`, read unless the options say otherwise. */
const plain: ClientSignature = {
  url: 0,
  options: 1,
  method: null,
  defaultMethod: 'GET',
  urlOptions: [],
  methodOptions: [],
};

/** A signature by what is special about it. */
export function signature(changes: Partial<ClientSignature> = {}): ClientSignature {
  return { ...plain, ...changes };
}

/** A function whose name fixes the method. */
export function fixed(method: HttpMethod, changes: Partial<ClientSignature> = {}): ClientSignature {
  return { ...plain, method, defaultMethod: null, ...changes };
}

/** One function for everything: the method stands in the options. */
export const anyMethod = signature({ methodOptions: ['method'] });

/** `get(url, options)`, and `post(url, options)` alike: the body is an option. */
export function alike(changes: Partial<ClientSignature> = {}): Signatures {
  return {
    get: fixed('GET', changes),
    post: fixed('POST', changes),
    put: fixed('PUT', changes),
    patch: fixed('PATCH', changes),
    delete: fixed('DELETE', changes),
  };
}

/** `get(url, options)`, but `post(url, body, options)`. */
export const bodySecond: Signatures = {
  get: fixed('GET'),
  delete: fixed('DELETE'),
  post: fixed('POST', { options: 2, data: 1 }),
  put: fixed('PUT', { options: 2, data: 1 }),
  patch: fixed('PATCH', { options: 2, data: 1 }),
};

/** A row by what is special about it. The source is the documentation of the package, read by hand. */
export function client(
  name: string,
  exported: string,
  call: ClientSignature | null,
  changes: Partial<HttpClient> = {},
): HttpClient {
  return {
    package: name,
    export: exported,
    call,
    methods: {},
    factories: {},
    baseUrlOptions: [],
    constructible: false,
    source: `written by hand: how ${name === 'global' ? exported : name} is documented to be called`,
    date: '2026-11-23',
    ...changes,
  };
}
