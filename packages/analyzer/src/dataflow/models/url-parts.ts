import type { FileFacts } from '../../model/facts.js';
import type { Program } from '../../model/program.js';
import { intoText } from '../domain/access-path.js';
import { collapse, join, mapPaths, ofEntries, untainted, type TaintValue } from '../domain/taint-value.js';
import { fieldOf } from '../domain/read-field.js';
import { mentionsFill } from './mentions-fill.js';

/** `new URL(text)`: an object that holds the text, to which parameters may be added later. */
export function urlOf(text: TaintValue): TaintValue {
  return ofEntries([['href', text]]);
}

/** Properties of a URL that hold its query; path, host and origin hold no parameter. */
const withQuery: ReadonlySet<string> = new Set(['href', 'search', 'searchParams']);

/** A property of what may be a URL: whatever was put into its query stands in its text too. */
export function partOfUrl(of: TaintValue, name: string): TaintValue {
  const found = fieldOf(of, name);
  if (!withQuery.has(name) || ![...withQuery].some((part) => of.entries.has(part))) return found;
  const parts = [...withQuery].map((part) => of.entries.get(part) ?? untainted);
  const whole = parts.reduce((all, part) => join(all, part), untainted);
  return name === 'searchParams' ? join(found, whole) : mapPaths(collapse(whole), intoText);
}

const cleaned = new WeakMap<FileFacts, ReadonlySet<number>>();

/**
 * URLs and queries of which code takes parameters out again, or writes something over them, before it shows them: which
 * parameters those are is not told apart. By the index of the variable.
 */
export function cleanedUrls(program: Program, facts: FileFacts): ReadonlySet<number> {
  const known = cleaned.get(facts);
  if (known !== undefined) return known;
  const found = new Set([...byCalls(program, facts), ...byWrites(facts)]);
  cleaned.set(facts, found);
  return found;
}

function byCalls(program: Program, { file, calls, bindings }: FileFacts): readonly number[] {
  return calls.flatMap(({ callee, args, function: inside }) => {
    if (callee.kind !== 'member' || (callee.name !== 'delete' && callee.name !== 'set')) return [];
    const { object } = callee;
    const url = object.kind === 'member' && object.name === 'searchParams' ? object.object : object;
    if (url.kind !== 'name' || !isUrl(calls, bindings[url.binding]?.value)) return [];
    const by = args[1]?.value;
    const isOver = by !== undefined && mentionsFill(program, file, inside, by);
    return callee.name === 'delete' || isOver ? [url.binding] : [];
  });
}

/** `url.search = ''` takes all of them out. */
function byWrites({ bindings, calls }: FileFacts): readonly number[] {
  return bindings.flatMap(({ value, writes }, index) => {
    const isEmptied = writes.some(
      (write) => write.path.join('.') === 'search' && write.value.kind === 'text' && write.value.text === '',
    );
    return isEmptied && isUrl(calls, value) ? [index] : [];
  });
}

function isUrl(
  calls: FileFacts['calls'],
  value: FileFacts['bindings'][number]['value'] | undefined,
): boolean {
  const call = value?.kind === 'call' ? calls[value.call] : undefined;
  return call?.isNew === true && /^URL(?:SearchParams)?$/.test(call.calleeText);
}
