import { oncePer } from '../util/once-per.js';
import { own } from '../util/own.js';
import type { Expression, FileFacts, ReExport, TypeFact } from '../model/facts.js';
import type { ModuleGraph } from '../model/module-graph.js';
import type { Of } from './domain.js';

/** What stands under a name that a file gives out. */
export type Export =
  | ExportedValue
  /** A file as a whole: `export * as orders from './orders'`. */
  | { readonly kind: 'module'; readonly file: string }
  | { readonly kind: 'external'; readonly package: string; readonly path: readonly string[] }
  | { readonly kind: 'type'; readonly file: string; readonly type: TypeFact };

export interface ExportedValue {
  readonly kind: 'value';
  /** The file that the expression stands in. */
  readonly file: string;
  readonly value: Expression;
}

/** What a file of the project exports under a name (`=` for its whole in CommonJS), followed through barrels; null for nothing. */
export function findExport(modules: ModuleGraph, file: string, name: string): Export | null {
  return find(modules, file, name, new Set());
}

/** The expression that an import stands for; null when it is none of the project's, or no single expression. */
export function importedValue(
  modules: ModuleGraph,
  file: string,
  { module, name }: Pick<Of<'import'>, 'module' | 'name'>,
): ExportedValue | null {
  const target = modules.resolve(file, module);
  return target.kind === 'file' ? exportedValue(modules, target.file, name) : null;
}

/** The expression that a file exports under a name; null when there is none. */
export function exportedValue(modules: ModuleGraph, file: string, name: string): ExportedValue | null {
  const found = findExport(modules, file, name);
  return found?.kind === 'value' ? found : null;
}

function find(modules: ModuleGraph, file: string, name: string, seen: Set<string>): Export | null {
  // Barrels may re-export each other: each is asked once for a name.
  const key = `${file}\0${name}`;
  if (seen.has(key)) return null;
  seen.add(key);
  const facts = modules.facts(file);
  if (facts === null) return null;
  const value = own(facts.exports, name) ?? ofWhole(facts, name);
  if (value !== undefined) return { kind: 'value', file, value };
  for (const reExport of facts.reExports) {
    const found = passedOn(modules, file, reExport, name, seen);
    if (found !== null) return found;
  }
  const type = own(facts.namedTypes, name);
  if (type !== undefined) return { kind: 'type', file, type };
  // `import x from './legacy.cjs'`: a file that only assigns `exports.a` gives its whole to a default import.
  const isWhole = name === 'default' || name === '=';
  return isWhole && Object.keys(facts.exports).length > 0 ? { kind: 'module', file } : null;
}

/** What `export … from` passes on under a name; null when it is not this one. */
function passedOn(
  modules: ModuleGraph,
  file: string,
  { module, name: inner, as }: ReExport,
  name: string,
  seen: Set<string>,
): Export | null {
  const isAll = as === null;
  if (isAll ? name === 'default' : as !== name) return null;
  const target = modules.resolve(file, module);
  const wanted = isAll ? name : inner;
  if (target.kind === 'file')
    return wanted === '*' ? { kind: 'module', file: target.file } : find(modules, target.file, wanted, seen);
  // Whether a package has the name is not known: `export *` of one is the last resort of nobody.
  if (isAll) return null;
  const path = [...target.subpath, ...(wanted === '*' ? [] : [wanted])];
  return { kind: 'external', package: target.package, path };
}

/** Members of wholes, made once: what is worked out of an expression is kept by its identity. */
const membersOf = oncePer<FileFacts, Map<string, Expression>>(() => new Map());

/** `module.exports = { a }` gives `a` by name, and itself as the default. */
function ofWhole(facts: FileFacts, name: string): Expression | undefined {
  const whole = facts.exports['='];
  if (whole === undefined || name === 'default') return whole;
  const known = membersOf(facts);
  const member = known.get(name) ?? { kind: 'member', object: whole, name, span: [0, 0] };
  known.set(name, member);
  return member;
}
