import { groupBy } from '../util/group-by.js';
import { own } from '../util/own.js';
import type { ClientFactory, ClientSignature, HttpClient } from '@leastscope/scope-catalog';
import { certain } from './guarded.js';
import { concatTexts } from './text.js';
import type { Interpreter } from './interpreter.js';
import type { Guarded, Argument, ClientValue, ExternalValue, Value } from './value.js';

/** A recognised way to send a request: which client, by which signature, with which defaults. */
export interface ClientCall {
  readonly client: HttpClient;
  readonly signature: ClientSignature;
  readonly defaults: readonly (readonly Guarded[])[];
  /** A base URL that stands beside the options. */
  readonly base: readonly Guarded[];
}

const globalObjects = new Set(['globalThis', 'window', 'self', 'global']);

/** The client row that an external name belongs to, and what is left of the path below it. */
function rowOf(
  interpreter: Interpreter,
  value: ExternalValue,
): { client: HttpClient; rest: readonly string[] } | null {
  const clients = clientsOf(interpreter, value.package);
  if (clients.length === 0) return null;
  const [first] = value.path;
  const isUnderGlobal = value.package === 'global' && first !== undefined && globalObjects.has(first);
  const path = isUnderGlobal ? value.path.slice(1) : value.path;
  for (const client of clients) {
    if (path[0] === client.export) return { client, rest: path.slice(1) };
    // `require('axios')` and `import * as axios` give the module, whose default is the client.
    if (client.export === 'default' && isBelow(client, path)) return { client, rest: path };
  }
  return null;
}

const byPackage = new WeakMap<readonly HttpClient[], ReadonlyMap<string, readonly HttpClient[]>>();

/** Asked of every name from outside that is called. */
function clientsOf({ catalog: { httpClients } }: Interpreter, name: string): readonly HttpClient[] {
  const rows = byPackage.get(httpClients) ?? groupBy(httpClients, (client) => plain(client.package));
  byPackage.set(httpClients, rows);
  return rows.get(plain(name)) ?? [];
}

/** `node:https` is `https`. */
function plain(name: string): string {
  return name.startsWith('node:') ? name.slice('node:'.length) : name;
}

function isBelow(client: HttpClient, path: readonly string[]): boolean {
  const [head] = path;
  return (
    head === undefined ||
    own(client.methods, head) !== undefined ||
    own(client.factories, head) !== undefined ||
    head === '()' ||
    head === '*'
  );
}

/** The client that a bare external name stands for, ready to be called. */
export function clientOf(interpreter: Interpreter, value: Value): ClientCall | null {
  if (value.kind === 'client') return signed(value.client, value.client.call, value);
  if (value.kind !== 'external') return null;
  const row = rowOf(interpreter, value);
  if (row === null) return null;
  const rest = row.rest.filter((part) => part !== 'default' && part !== '()' && part !== 'axiosRef');
  if (rest.length === 0) return signed(row.client, row.client.call, bare);
  return rest.length === 1 ? signed(row.client, signatureOf(row.client, rest[0] ?? ''), bare) : null;
}

/** The client call that `object.name(…)` is. */
export function clientMethod(interpreter: Interpreter, object: Value, name: string): ClientCall | null {
  if (object.kind === 'client') return signed(object.client, signatureOf(object.client, name), object);
  if (object.kind !== 'external') return null;
  return clientOf(interpreter, { ...object, path: [...object.path, name] });
}

/** The signature of a method; `*` for `client[method](…)` with a method that is not known. */
function signatureOf(client: HttpClient, name: string): ClientSignature | null {
  if (name !== '*') return own(client.methods, name) ?? null;
  const get = client.methods['get'];
  return get === undefined ? null : { ...get, method: null, defaultMethod: null };
}

type Made = Pick<ClientValue, 'defaults' | 'base'>;

/** Nothing is set before the call. */
const bare: Made = { defaults: [] };

function signed(
  client: HttpClient,
  signature: ClientSignature | null,
  { defaults, base = [] }: Made,
): ClientCall | null {
  return signature === null ? null : { client, signature, defaults, base };
}

/** An instance with defaults: `axios.create({ baseURL })`, `new Client({ … })`; null when nothing is made. */
export function madeClient(
  interpreter: Interpreter,
  callee: ExternalValue,
  args: readonly Argument[],
): readonly Guarded[] | null {
  const row = rowOf(interpreter, callee);
  // A library made for the platform is known by its methods; as a client it only sends what it is told to.
  if (row === null || interpreter.catalog.sdkPackages.some((one) => one.package === callee.package))
    return null;
  const name = row.rest.at(-1) ?? '()';
  const factory = own(row.client.factories, name);
  if (factory !== undefined) return certain(instance(row.client, args, factory, bare));
  const { constructible, constructorUrl } = row.client;
  if (!constructible || row.rest.length > 0) return null;
  // A URL of its own stands before the options.
  const made =
    constructorUrl === undefined ? { options: 0 } : { options: constructorUrl + 1, url: constructorUrl };
  return certain(instance(row.client, args, made, bare));
}

/** `instance.extend({ … })`: the new defaults stand before the old ones. */
export function extendedClient(
  value: Value,
  name: string,
  args: readonly Argument[],
): readonly Guarded[] | null {
  if (value.kind !== 'client') return null;
  const factory = own(value.client.factories, name);
  return factory === undefined ? null : certain(instance(value.client, args, factory, value));
}

function instance(
  client: HttpClient,
  args: readonly Argument[],
  { options, url }: ClientFactory,
  inherited: Made,
): ClientValue {
  const [given, address] = [args[options], url === undefined ? undefined : args[url]];
  const base = baseOf(address?.(), inherited.base);
  return {
    kind: 'client',
    client,
    defaults: given === undefined ? inherited.defaults : [given(), ...inherited.defaults],
    ...(base === undefined ? {} : { base }),
  };
}

/** `wretch('https://host').url('/orders')`: what is added stands behind what was there. */
function baseOf(added: Made['base'], before: Made['base']): Made['base'] {
  return added === undefined || before === undefined ? (added ?? before) : concatTexts([before, added]);
}

/**
 * A client with defaults that are set after its making: `axios.defaults.baseURL = host`. `written` gives what was
 * written to a path of properties, null where nothing was. The value itself when it is no client with such defaults.
 */
export function withDefaults(
  interpreter: Interpreter,
  value: Value,
  written: (path: readonly string[]) => Value | null,
): Value {
  const made = value.kind === 'client' ? value : bareClient(interpreter, value);
  if (made === null) return value;
  const set = (made.client.defaultsProperties ?? []).flatMap((property) => {
    const found = written(property.split('.'));
    return found === null ? [] : [certain(found)];
  });
  return set.length === 0 ? value : { ...made, defaults: [...set, ...made.defaults] };
}

function bareClient(interpreter: Interpreter, value: Value): ClientValue | null {
  const row = value.kind === 'external' ? rowOf(interpreter, value) : null;
  return row === null || row.rest.length > 0 ? null : { kind: 'client', client: row.client, ...bare };
}
