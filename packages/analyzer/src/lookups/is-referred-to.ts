import type { FileFacts } from '../model/facts.js';
import { own } from '../util/own.js';

/** Whether a file asks for one of its own functions anywhere but where it declares and exports it. */
export function isReferredTo(facts: FileFacts, index: number, name: string): boolean {
  const { total, declaredBy } = mentionsOf(facts);
  const binding = declaredBy.get(index) ?? null;
  const there = countIn([binding === null ? null : facts.bindings[binding], own(facts.exports, name)]);
  return timesOf(total, binding, index) > timesOf(there, binding, index);
}

/** How often each variable and each function is mentioned. */
interface Mentions {
  readonly bindings: Map<unknown, number>;
  readonly functions: Map<unknown, number>;
}

interface FileMentions {
  readonly total: Mentions;
  /** The variable that holds a function from the start, by the function. */
  readonly declaredBy: ReadonlyMap<number, number>;
}

const known = new WeakMap<FileFacts, FileMentions>();

/** Every function of a file may be asked after: the file is walked once. */
function mentionsOf(facts: FileFacts): FileMentions {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const declaredBy = new Map<number, number>();
  for (const [at, { value }] of facts.bindings.entries())
    if (value?.kind === 'function' && !declaredBy.has(value.function)) declaredBy.set(value.function, at);
  const found = { total: countIn(facts), declaredBy };
  known.set(facts, found);
  return found;
}

function timesOf({ bindings, functions }: Mentions, binding: number | null, index: number): number {
  return (functions.get(index) ?? 0) + (binding === null ? 0 : (bindings.get(binding) ?? 0));
}

function countIn(value: unknown): Mentions {
  const counts: Mentions = { bindings: new Map(), functions: new Map() };
  count(counts, value);
  return counts;
}

/** Facts are plain data: whatever holds an expression holds it somewhere below. */
function count(counts: Mentions, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    // Most lists are spans and starts of lines: nothing is called for their numbers.
    for (const item of value as readonly unknown[]) if (typeof item === 'object') count(counts, item);
    return;
  }
  const node = value as Readonly<Record<string, unknown>>;
  if (node['kind'] === 'name') add(counts.bindings, node['binding']);
  if (node['kind'] === 'function') add(counts.functions, node['function']);
  for (const name in node) if (typeof node[name] === 'object') count(counts, node[name]);
}

function add(counts: Map<unknown, number>, key: unknown): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
