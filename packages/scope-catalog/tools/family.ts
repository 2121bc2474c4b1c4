/** `POST /order/202309/orders/search` → `POST /order/orders/search`: what scopes hang on. */
export function familyOf(method: string, path: string): string {
  return `${method} ${path.replace(/^(\/[^/]+)\/\d{6}(?=\/)/, '$1')}`;
}

/** The version in a path, or null. */
export function versionOf(path: string): string | null {
  return /^\/[^/]+\/(\d{6})\//.exec(path)?.[1] ?? null;
}

/** Whether a family fits a pattern: `*` as the method is any, a trailing `*` is the rest of the path. */
export function fitsFamily(family: string, pattern: string): boolean {
  const [method = '', path = ''] = family.split(' ');
  const [wantedMethod = '', wantedPath = ''] = pattern.split(' ');
  if (wantedMethod !== '*' && wantedMethod !== method) return false;
  return wantedPath.endsWith('*') ? path.startsWith(wantedPath.slice(0, -1)) : path === wantedPath;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
