const id = /\{[^}]*\}/g;

/** Same method, and as many ids. */
export function isSameShape(before: string, after: string): boolean {
  const idsIn = (endpoint: string): number => endpoint.match(id)?.length ?? 0;
  return methodOf(before) === methodOf(after) && idsIn(before) === idsIn(after);
}

export function methodOf(endpoint: string): string {
  return endpoint.split(' ', 1).join('');
}

export function pathOf(endpoint: string): string {
  return endpoint.slice(endpoint.indexOf(' ') + 1);
}

/** A path with what the code writes for its ids, in order. */
export function fillIn(path: string, ids: readonly string[]): string {
  const unused = [...ids];
  return path.replace(id, (name) => unused.shift() ?? name);
}
