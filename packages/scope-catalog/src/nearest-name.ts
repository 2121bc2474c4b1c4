import { editDistance } from './edit-distance.js';
import type { Catalog, ScopeKey } from './types.js';

/**
 * The name that was probably meant, or null: one slip in a short word, two in a longer one, three in a long key. Two
 * names equally near are no answer.
 */
export function nearestName(names: Iterable<string>, text: string): string | null {
  const wanted = fold(text);
  if (wanted === '') return null;
  const ranked = [...names]
    .filter((name) => Math.abs(name.length - wanted.length) <= tolerance(wanted))
    .map((name) => ({ name, distance: editDistance(wanted, fold(name)) }))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  const [best, second] = ranked;
  if (!best || best.distance > tolerance(wanted)) return null;
  return second?.distance === best.distance && best.distance > 0 ? null : best.name;
}

/** The scope key that was probably meant: known wrong spellings first, then a small slip. Never a wild guess. */
export function nearestScope(catalog: Catalog, text: string): ScopeKey | null {
  const wanted = fold(text);
  const alias = catalog.scopeAliases.find((row) => fold(row.alias) === wanted);
  if (alias) return alias.key;
  return nearestName(catalog.scopeByKey.keys(), text);
}

function tolerance(text: string): number {
  if (text.length < 4) return 0;
  if (text.length < 8) return 1;
  return text.length < 20 ? 2 : 3;
}

function fold(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}
