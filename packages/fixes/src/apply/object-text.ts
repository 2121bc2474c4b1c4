import type { Spell } from './spelling.js';

/** Fields below a record as they nest. An empty map is a value. */
export type FieldTree = ReadonlyMap<string, FieldTree>;

/** `['id', 'address.city', 'lines[].sku']`: paths below a record, as a tree; `lines[]` keeps its brackets. */
export function fieldTree(paths: readonly string[]): FieldTree {
  const tree = new Map<string, string[]>();
  const lists = new Set(
    paths.map((path) => path.split('.', 1).join('')).filter((head) => head.endsWith('[]')),
  );
  for (const path of paths) {
    const [first = '', ...tail] = path.split('.');
    // Asked for as one and as many: as many, since of one the rest would be lost.
    const head = lists.has(`${first}[]`) ? `${first}[]` : first;
    tree.set(head, [...(tree.get(head) ?? []), ...(tail.length === 0 ? [] : [tail.join('.')])]);
  }
  return new Map([...tree].map(([head, tails]) => [head, fieldTree(tails)]));
}

/**
 * An object of these fields of a record, as text. Below the record itself anything may be missing, as the platform leaves
 * out what it has no value for: `{ id: order.id, address: { city: order.address?.city } }`.
 */
export function objectText(record: string, tree: FieldTree, spell: Spell): string {
  const entries = [...tree].map(
    ([name, below]) => `${keyText(name, spell)}: ${valueText(record, name, below, '.', spell)}`,
  );
  return `{ ${entries.join(', ')} }`;
}

function valueText(record: string, name: string, below: FieldTree, dot: '.' | '?.', spell: Spell): string {
  const isList = name.endsWith('[]');
  const value = `${record}${dot}${keyText(name, spell)}`;
  if (below.size === 0) return value;
  if (isList) return `${value}?.map((one) => (${objectText('one', below, spell)}))`;
  const entries = [...below].map(
    ([key, deeper]) => `${keyText(key, spell)}: ${valueText(value, key, deeper, '?.', spell)}`,
  );
  return `{ ${entries.join(', ')} }`;
}

function keyText(name: string, spell: Spell): string {
  return spell(name.replace(/\[\]$/, ''));
}
