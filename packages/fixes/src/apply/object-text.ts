/** Fields below a record as they nest. An empty map is a value. */
export type FieldTree = ReadonlyMap<string, FieldTree>;

/** `['id', 'address.city', 'lines[].sku']`: paths below a record, as a tree; `lines[]` keeps its brackets. */
export function fieldTree(paths: readonly string[]): FieldTree {
  const tree = new Map<string, string[]>();
  for (const path of paths) {
    const [head = '', ...tail] = path.split('.');
    tree.set(head, [...(tree.get(head) ?? []), ...(tail.length === 0 ? [] : [tail.join('.')])]);
  }
  return new Map([...tree].map(([head, tails]) => [head, fieldTree(tails)]));
}

/**
 * An object of these fields of a record, as text. Below the record itself anything may be missing, as the platform leaves
 * out what it has no value for: `{ id: order.id, address: { city: order.address?.city } }`.
 */
export function objectText(record: string, tree: FieldTree): string {
  const entries = [...tree].map(([name, below]) => `${keyText(name)}: ${valueText(record, name, below, '.')}`);
  return `{ ${entries.join(', ')} }`;
}

function valueText(record: string, name: string, below: FieldTree, dot: '.' | '?.'): string {
  const isList = name.endsWith('[]');
  const value = `${record}${dot}${keyText(name)}`;
  if (below.size === 0) return value;
  if (isList) return `${value}?.map((one) => (${objectText('one', below)}))`;
  const entries = [...below].map(([key, deeper]) => `${keyText(key)}: ${valueText(value, key, deeper, '?.')}`);
  return `{ ${entries.join(', ')} }`;
}

function keyText(name: string): string {
  return name.replace(/\[\]$/, '');
}
