import type { Catalog, Sink } from './types.js';

/** The rows by what they are looked up by, built on the first look-up. */
interface SinkIndex {
  readonly byPackage: ReadonlyMap<string, readonly Sink[]>;
  readonly named: readonly Sink[];
}

const indexes = new WeakMap<Catalog, SinkIndex>();

/**
 * The sink that a call is, by the origin of what is called. The path holds the names read from the package's exports,
 * with `()` for a call or `new` on the way and the method last: `findSink(catalog, { package: 'pino', path: ['default',
 * '()', 'info'] })`. For `new X(…)` itself the path ends in `X`, `()`.
 */
export function findSink(
  catalog: Catalog,
  called: { readonly package: string; readonly path: readonly string[] },
): Sink | null {
  const rows = indexOf(catalog).byPackage.get(withoutScheme(called.package)) ?? [];
  const path = called.package === 'global' ? fromRoot(called.path) : fromExport(called.path);
  return rows.find((row) => row.methods.some((method) => fits(row, method, path))) ?? null;
}

/**
 * The sink that a call is by the name of its receiver alone, for receivers whose origin is not seen. The receiver is a
 * name or the whole text before the method: `findNamedSink(catalog, 'this.prisma.order', 'create')`.
 */
export function findNamedSink(catalog: Catalog, receiver: string, method: string): Sink | null {
  const rows = indexOf(catalog).named.filter((row) => row.methods.includes(method));
  if (rows.length === 0) return null;
  const names = namesIn(receiver);
  const isNamed = (row: Sink): boolean =>
    names.some((name) => row.names.some((known) => endsIn(name, known)));
  return rows.find(isNamed) ?? null;
}

function indexOf(catalog: Catalog): SinkIndex {
  const known = indexes.get(catalog);
  if (known) return known;
  const byPackage = new Map<string, Sink[]>();
  for (const row of catalog.sinks.filter((one) => one.package !== '*')) {
    const key = withoutScheme(row.package);
    byPackage.set(key, [...(byPackage.get(key) ?? []), row]);
  }
  const index = { byPackage, named: catalog.sinks.filter(({ names }) => names.length > 0) };
  indexes.set(catalog, index);
  return index;
}

/** `fs`, `node:fs` and `fs/promises` are one module. */
function withoutScheme(name: string): string {
  return name.replace(/^node:/, '').replace(/^fs\/promises$/, 'fs');
}

/** `globalThis.console.log` is `console.log`. */
function fromRoot(path: readonly string[]): readonly string[] {
  const start = path.findIndex((name) => !/^(?:globalThis|window|self|global)$/.test(name));
  return start < 0 ? [] : path.slice(start);
}

/** `require('rimraf')(…)` calls the whole module, which is what `default` stands for. */
function fromExport(path: readonly string[]): readonly string[] {
  return path.length === 0 ? ['default'] : path;
}

function fits({ package: origin }: Sink, method: string, path: readonly string[]): boolean {
  const wanted = method.split('.');
  if (origin === 'global') return wanted.join('.') === path.join('.');
  if (wanted.length === 1) return path.at(-1) === method;
  if ((path.at(-1) === '()') !== (wanted.at(-1) === '()')) return false;
  const asked = wanted.filter(isName);
  const names = path.filter(isName);
  return asked.every((name, at) => names[names.length - asked.length + at] === name);
}

function isName(part: string): boolean {
  return part !== '()' && part !== 'default';
}

/** The names of a chain, without the arguments of its calls: `res.status(201)` → `res`, `status`. */
function namesIn(receiver: string): readonly string[] {
  let text = receiver.replace(/(['"`]).*?\1/g, '');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, '');
  }
  // What stays open was cut off for length.
  return text.replace(/[([].*$/, '').match(/[\w$]+/g) ?? [];
}

/**
 * Whether the last words of a name are these: `auditLogger` ends in `logger`, `catalogger` does not. What is as short as
 * `res` must be all of it: `tokenRes` is what was answered to us.
 */
function endsIn(name: string, known: string): boolean {
  const at = name.length - known.length;
  if (at < 0 || name.slice(at).toLowerCase() !== known.toLowerCase()) return false;
  if (at === 0) return true;
  return known.length > 3 && /^(?:[_$\d]|[a-z][A-Z]|[A-Z]{2}[a-z])/.test(name.slice(at - 1, at + 2));
}
