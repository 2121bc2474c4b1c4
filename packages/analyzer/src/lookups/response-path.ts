/** Whether a path of a response is another one or lies below it: `data.orders[].id` within `data.orders`. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[]`);
}

/** The paths that another one lies below: `data` and `data.orders`, and `data.orders[]`, of `data.orders[].id`. */
export function outerPaths(path: string): readonly string[] {
  const found: string[] = [];
  for (let at = 1; at < path.length; at += 1)
    if (path[at] === '.' || path.startsWith('[]', at)) found.push(path.slice(0, at));
  return found;
}
