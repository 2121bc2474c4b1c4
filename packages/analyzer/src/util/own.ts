/** A row of a table by a name that comes from somebody's code: `constructor` and its kin are not rows. */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
