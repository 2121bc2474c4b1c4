import { jsonParser } from 'stream-json/core/parser.js';
import type { Held } from './held.js';
import { createTaker, type Taker, type TakerKind } from './takers.js';

/** What is wanted of a document. Paths are keys joined by dots, `*` for any element of a list; lists at the top count as nothing. */
export interface Wanted {
  readonly values: ReadonlyMap<string, TakerKind>;
  /** Objects whose end is told. */
  readonly objects: ReadonlySet<string>;
}

/** Who is told of what was wanted, in the order of the document. */
export interface Listener {
  readonly value: (path: string, text: string) => void;
  readonly end: (path: string) => void;
  /** Whether a value is of no interest, by what was told before it. */
  readonly skips?: (path: string) => boolean;
}

/** One document on its way. Throws where the text is no JSON, or nests deeper than any file of these kinds. */
export interface JsonWalk {
  readonly push: (piece: string) => void;
  /** How many objects and lists are open. */
  readonly depth: () => number;
}

const deepest = 128;
const longestKey = 128;

interface Level {
  /** Null: nothing below is wanted. */
  readonly path: string | null;
  readonly isList: boolean;
}

type Parse = ReturnType<typeof jsonParser>;
type Tokens = Exclude<ReturnType<Parse>, symbol | Promise<unknown>>;
type Token = Tokens extends { readonly values: readonly (infer One)[] } ? One : never;

/**
 * Walks through JSON of any size. The library hands over keys and values in pieces, so that what is not wanted is dropped as it
 * comes, and a value of a gigabyte takes no more memory than one of a word.
 */
export function createJsonWalk(wanted: Wanted, listener: Listener, held: Held): JsonWalk {
  return new Walk(wanted, listener, held);
}

class Walk implements JsonWalk {
  private readonly parse: Parse = jsonParser({ packValues: false, streamValues: true, jsonStreaming: true });
  private readonly levels: Level[] = [];
  private key = '';
  private isKey = false;
  private valuePath = '';
  private taker: Taker | null = null;

  constructor(
    private readonly wanted: Wanted,
    private readonly listener: Listener,
    private readonly held: Held,
  ) {}

  push(piece: string): void {
    const out = this.parse(piece);
    if (typeof out === 'symbol') return;
    for (const token of out.values) this.step(token);
  }

  depth(): number {
    return this.levels.length;
  }

  private step(token: Token): void {
    const { name } = token;
    if (name === 'startObject' || name === 'startArray') this.open(name === 'startArray');
    else if (name === 'endObject' || name === 'endArray') this.close();
    else if (name === 'startString' || name === 'startNumber') this.beginValue();
    else if (name === 'endString' || name === 'endNumber') this.endValue();
    else if (name === 'startKey') this.beginKey();
    else if (name === 'endKey') this.isKey = false;
    else if (name === 'stringChunk' || name === 'numberChunk') this.take(token.value);
  }

  /** Where the value that begins now stands; null where nothing there is wanted. */
  private here(): string | null {
    const level = this.levels.at(-1);
    if (level === undefined) return '';
    if (level.path === null || (level.path === '' && level.isList)) return level.path;
    const last = level.isList ? '*' : this.key;
    const path = level.path === '' ? last : `${level.path}.${last}`;
    return waysTo(this.wanted).has(path) ? path : null;
  }

  private open(isList: boolean): void {
    this.levels.push({ path: this.here(), isList });
    if (this.levels.length > deepest) throw new Error('nests too deep');
  }

  private close(): void {
    const level = this.levels.pop();
    if (level === undefined || level.isList || level.path === null) return;
    if (this.wanted.objects.has(level.path)) this.listener.end(level.path);
  }

  private beginKey(): void {
    this.key = '';
    this.isKey = true;
  }

  private beginValue(): void {
    const path = this.here();
    const kind = path === null ? undefined : this.wanted.values.get(path);
    if (path === null || kind === undefined || this.listener.skips?.(path) === true) return;
    this.valuePath = path;
    this.taker = createTaker(kind, this.held);
  }

  private endValue(): void {
    const text = this.taker?.end() ?? null;
    this.taker = null;
    if (text !== null) this.listener.value(this.valuePath, text);
  }

  private take(chunk: string): void {
    if (!this.isKey) this.taker?.take(chunk);
    // A key that is longer than any wanted one is none of them.
    else if (this.key.length <= longestKey) this.key += chunk.slice(0, longestKey + 1);
  }
}

const ways = new WeakMap<Wanted, ReadonlySet<string>>();

/** Every path that leads to something wanted. */
function waysTo(wanted: Wanted): ReadonlySet<string> {
  const known = ways.get(wanted);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const path of [...wanted.values.keys(), ...wanted.objects]) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) found.add(path.slice(0, end));
  }
  ways.set(wanted, found);
  return found;
}
