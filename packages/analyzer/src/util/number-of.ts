/** The number of a thing, the same for as long as there are these numbers; a new one gets the next. */
export function numberOf<K>(numbers: Map<K, number>, of: K): number {
  const known = numbers.get(of);
  if (known !== undefined) return known;
  numbers.set(of, numbers.size);
  return numbers.size - 1;
}
