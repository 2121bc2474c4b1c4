import { itemOf, memberOf, type Subject } from './subject.js';
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
export function objectText(record: Subject, tree: FieldTree, spell: Spell): string {
  return objectOf(record, tree, '.', spell);
}

/** `orders?.map((one) => ({ id: one.id }))`. */
export function listText(
  list: Subject,
  tree: FieldTree,
  dot: '.' | '?.',
  spell: Spell,
  name = 'one',
): string {
  const { item, parameter } = itemOf(list, name);
  return `${list.text}${dot}map((${parameter}) => (${objectText(item, tree, spell)}))`;
}

function objectOf(record: Subject, tree: FieldTree, dot: '.' | '?.', spell: Spell): string {
  const entries = [...tree].map(
    ([name, below]) => `${keyText(name, spell)}: ${valueText(record, name, below, dot, spell)}`,
  );
  return `{ ${entries.join(', ')} }`;
}

function valueText(record: Subject, name: string, below: FieldTree, dot: '.' | '?.', spell: Spell): string {
  const value = memberOf(record, keyText(name, spell), dot);
  if (below.size === 0) return value.text;
  if (!name.endsWith('[]')) return objectOf(value, below, '?.', spell);
  return listText(value, below, '?.', spell, innerName(record.text));
}

/** Of a list in an item of a list: another name, since the type of each is told by the name of the other. */
function innerName(record: string): string {
  const own = /^(one|inner)(\d*)\b/.exec(record);
  if (own === null) return 'one';
  return own[1] === 'one' ? 'inner' : `inner${String(Number(own[2] ?? '') + 1)}`;
}

function keyText(name: string, spell: Spell): string {
  return spell(name.replace(/\[\]$/, ''));
}
