/** Each text once, in the order they come. */
export function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
