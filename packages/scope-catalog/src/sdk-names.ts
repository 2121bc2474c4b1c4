import type { HttpMethod } from './types.js';

export interface SdkName {
  readonly className: string;
  readonly method: string;
}

const verbs: Readonly<Record<HttpMethod, string>> = {
  GET: 'Get',
  POST: 'Post',
  PUT: 'Put',
  PATCH: 'Patch',
  DELETE: 'Delete',
};

/** The official SDK's naming rule: `POST /order/202309/orders/search` is `OrderV202309Api.OrdersSearchPost`. */
export function sdkNameOf(method: HttpMethod, path: string): SdkName | null {
  const [module, version, ...rest] = path.split('/').slice(1);
  if (module === undefined || version === undefined || !/^\d{6}$/.test(version)) return null;
  return {
    className: `${pascalCase(module)}V${version}Api`,
    method: `${rest.map(pascalCase).join('')}${verbs[method]}`,
  };
}

/** The version in a class name of the official SDK, or null where the name does not follow the rule. */
export function versionOfSdkClass(className: string): string | null {
  return /^[A-Z][A-Za-z0-9]*V(\d{6})Api$/.exec(className)?.[1] ?? null;
}

function pascalCase(segment: string): string {
  const words = segment.replace(/[{}]/g, '').split(/[^A-Za-z0-9]+/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
