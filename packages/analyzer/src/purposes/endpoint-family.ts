/** `GET /order/202507/orders/{order_id}` without version and parameter names: all versions share their scope. */
export function familyOf(endpoint: string): string {
  return endpoint
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\/\d{6}(?=\/|$)/, '')
    .replace(/\{[^}]*\}/g, '{}');
}
