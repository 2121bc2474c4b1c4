import { editDistance } from './edit-distance.js';
import type { Access, Endpoint, HttpMethod } from './types.js';

/** What a path says it is for, in words: `POST /product/202309/products/{id}/stock`. */
export interface PathIntent {
  /** First segment: `product`. Empty where there is none. */
  readonly module: string;
  /** What it is about, in the singular, verbs of reading and changing left out: `product`, `inventory`. */
  readonly words: readonly string[];
  /** Of these, the ones of the last segment that has any. */
  readonly last: readonly string[];
  readonly ids: number;
  readonly version: string | null;
  readonly access: Access;
  /** Whether one thing is read by its id, or many are listed; null where nothing says. */
  readonly amount: 'one' | 'many' | null;
  readonly isRemoval: boolean;
  /** Whether it makes something new or changes what is there; null where nothing says, or it does neither. */
  readonly change: 'create' | 'update' | null;
  /** Words of reading in it: of a write, `…/messages/read` marks as read. */
  readonly reads: readonly string[];
  /** `/api/orders/search`: a path of the first generation has no version. */
  readonly isFirstGeneration: boolean;
}

/** Other words for what the platform calls otherwise. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['stock', 'inventory'],
  ['rts', 'ship'],
  ['shipment', 'package'],
  ['parcel', 'package'],
  ['settlement', 'statement'],
  ['reverse', 'return'],
]);

const one = new Set(['detail', 'info', 'information', 'view']);
const many = new Set(['search', 'list', 'query', 'find', 'all', 'filter']);
const reading = new Set([...one, ...many, 'get', 'fetch', 'read', 'by', 'id', 'ids']);
const removing = new Set(['delete', 'remove', 'cancel']);
const creating = new Set(['create', 'add', 'new']);
const updating = new Set(['update', 'edit', 'set', 'change']);
const changing = new Set([...creating, ...updating, 'save', ...removing]);

/** Reads a path without host; `/module/version/rest`, or `/api/module/rest` of the first generation. */
export function intentOf(method: HttpMethod | null, path: string): PathIntent {
  const segments = segmentsOf(path);
  const isFirstGeneration = segments[0] === 'api';
  const [module = '', second, ...others] = isFirstGeneration ? segments.slice(1) : segments;
  const rest = second === undefined || isVersionLike(second) ? others : [second, ...others];
  const texts = rest.filter((segment) => !isId(segment)).map(wordsOf);
  const spoken = texts.flat();
  return {
    module: singular(module),
    words: spoken.filter(isAbout),
    last: texts.map((words) => words.filter(isAbout)).findLast((words) => words.length > 0) ?? [],
    version: rest === others && second !== undefined ? second : null,
    ids: rest.filter(isId).length,
    access: accessOf(method, spoken),
    amount: amountOf(spoken, rest.at(-1) ?? ''),
    isRemoval: method === 'DELETE' || spoken.some((word) => removing.has(word)),
    change: changeOf(method, spoken, rest.at(-1) ?? ''),
    reads: spoken.filter((word) => reading.has(word)),
    isFirstGeneration,
  };
}

const intents = new WeakMap<Endpoint, PathIntent>();

/** The same of an endpoint, of which the catalog knows more than its path says. Each is read once. */
export function intentOfEndpoint(endpoint: Endpoint): PathIntent {
  const known = intents.get(endpoint) ?? readIntent(endpoint);
  intents.set(endpoint, known);
  return known;
}

function readIntent({ method, path, access, title }: Endpoint): PathIntent {
  const read = intentOf(method, path);
  const said = title.toLowerCase();
  const amount = /\bdetail/.test(said) ? 'one' : /\b(?:list|search)\b/.test(said) ? 'many' : read.amount;
  return { ...read, access, amount };
}

/** Blanks, case, a missing slash and a host in front are forgiven here: they are the usual slips. */
function segmentsOf(path: string): readonly string[] {
  const bare = path
    .trim()
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/[?#].*$/, '');
  return bare
    .toLowerCase()
    .split('/')
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
}

function isVersionLike(segment: string): boolean {
  return /^v?\d+$/.test(segment) || /^\{[^}]*version[^}]*\}$/.test(segment);
}

function isId(segment: string): boolean {
  return segment.includes('{') || /^\d+$|\d{3}/.test(segment);
}

function wordsOf(segment: string): readonly string[] {
  const words = segment.split(/[_\W]+/).filter((word) => word !== '');
  return words.map((word) => wordOf(singular(word)));
}

function wordOf(word: string): string {
  if (editDistance(word, 'search') === 1) return 'search';
  return synonyms.get(word) ?? word;
}

function isAbout(word: string): boolean {
  return !reading.has(word) && !changing.has(word);
}

function accessOf(method: HttpMethod | null, words: readonly string[]): Access {
  if (method === 'GET') return 'read';
  if (method === 'DELETE' || words.some((word) => changing.has(word))) return 'write';
  return words.some((word) => one.has(word) || many.has(word) || word === 'get') ? 'read' : 'write';
}

function changeOf(method: HttpMethod | null, words: readonly string[], last: string): PathIntent['change'] {
  if (words.some((word) => updating.has(word))) return 'update';
  if (words.some((word) => creating.has(word))) return 'create';
  if (method === 'PUT' || method === 'PATCH') return 'update';
  const isPlain = method === 'POST' && !isId(last) && !words.some((word) => reading.has(word));
  return isPlain && !words.some((word) => changing.has(word)) ? 'create' : null;
}

function amountOf(words: readonly string[], last: string): PathIntent['amount'] {
  if (words.some((word) => one.has(word))) return 'one';
  if (words.some((word) => many.has(word))) return 'many';
  return isId(last) ? 'one' : null;
}

/** `categories` and `category`, `statuses` and `status`. */
function singular(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh|us)es$/, '$1')
    .replace(/([^su])s$/, '$1');
}
