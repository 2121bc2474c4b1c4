import type { Catalog } from '@leastscope/scope-catalog';
import type { Callees } from '../model/program.js';

/** Parts of the runtime by which a value leaves the program. All others give back what they make of it. */
const leaving =
  /^(?:fetch|XMLHttpRequest|WebSocket|EventSource|BroadcastChannel|MessageChannel|Worker|SharedWorker|postMessage|navigator|localStorage|sessionStorage|indexedDB|caches|document|window|self|process|globalThis|Deno|Bun)$/;

/** Methods of databases, and helpers beside them, that ask by a value and keep none. */
const asking =
  /^(?:find\w*|get\w*|select\w*|count\w*|aggregate|exists\w*|where\w*|order\w*|doc|collection|has\w*|eq|ne|neq|gt|gte|lt|lte|and|or|not|like|ilike|in|inArray|notInArray|between|isNull|match|contains|ref|first|one|single|scan|lookup|sql|literal|fn|col)$/;

const stores = new WeakMap<Catalog, ReadonlySet<string>>();

/** Whether a call only asks by what it is handed, or works something out of it: nobody has it afterwards who had it not before. */
export function isQuestion(catalog: Catalog, { externals, functions, isOpen }: Callees): boolean {
  if (isOpen || functions.length > 0 || externals.length === 0) return false;
  return externals.every(({ package: origin, path }) =>
    origin === 'global'
      ? !leaving.test(path[0] ?? '')
      : storesOf(catalog).has(origin) && asking.test(path.at(-1) ?? ''),
  );
}

/** Packages that keep something, by any of their methods. */
function storesOf(catalog: Catalog): ReadonlySet<string> {
  const known = stores.get(catalog);
  if (known !== undefined) return known;
  const kept = catalog.sinks.filter(({ kind }) => kind === 'store' || kind === 'delete');
  const found = new Set(kept.map((sink) => sink.package));
  stores.set(catalog, found);
  return found;
}
