/** Whether a path of a response is another one or lies below it: `data.orders[].id` within `data.orders`. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[]`);
}
