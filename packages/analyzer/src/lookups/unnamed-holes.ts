/** A path, or what one stands in, with the names of its parameters left out: `/orders/{order_id}` is `/orders/{}`. */
export function unnamedHoles(path: string): string {
  return path.replace(/\{[^}]*\}/g, '{}');
}
