const listed = 6;

/** The first names of a long list, and how many are left; the whole of it is in the finding's data. */
export function shortList(names: readonly string[], noun = 'categories'): string {
  const quoted = names
    .slice(0, listed)
    .map((name) => `\`${name}\``)
    .join(', ');
  return names.length > listed ? `${quoted} and ${names.length - listed} more ${noun}` : quoted;
}
