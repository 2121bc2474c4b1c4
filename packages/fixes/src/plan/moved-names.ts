/**
 * What to ask for instead of the last name of a path, where today's answer and another have the same lists in the same
 * order: `data.goods[].id` and `data.inventory[].goods.id` give `inventory` for `data.goods` and `goods.id` for
 * `data.goods[].id`. Null where their lists nest otherwise.
 */
export function movedNames(today: string, there: string): ReadonlyMap<string, string> | null {
  const [chunks, others] = [today.split('[]'), there.split('[]')];
  if (chunks.length !== others.length) return null;
  const moved = new Map<string, string>();
  let above = '';
  for (const [at, chunk] of chunks.entries()) {
    const names = namesIn(chunk);
    const pairs = pairsOf(names, namesIn(others[at] ?? ''));
    if (pairs === null) return null;
    for (const [name, other] of pairs) {
      above = above === '' ? name : `${above}.${name}`;
      if (name !== other) moved.set(above, other);
    }
    above += '[]';
  }
  return moved;
}

function namesIn(chunk: string): readonly string[] {
  return chunk.split('.').filter((name) => name !== '');
}

/** Name by name; where there are more of them, the last one leads to the rest. */
function pairsOf(
  names: readonly string[],
  others: readonly string[],
): readonly (readonly [string, string])[] | null {
  const last = names.length - 1;
  if (others.length < names.length || (names.length === 0 && others.length > 0)) return null;
  const isLonger = others.length > names.length;
  if (isLonger && names.slice(0, last).some((name, at) => name !== others[at])) return null;
  return names.map((name, at) => [name, at < last ? (others[at] ?? '') : others.slice(last).join('.')]);
}
