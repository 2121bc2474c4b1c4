import {
  findLibraryCall,
  findSdkCall,
  type Catalog,
  type HttpMethod,
  type SdkCallMatch,
} from '@leastscope/scope-catalog';
import type { RequestMatch } from '../model/needs.js';
import { sdkPackage } from '../project/resolve-import.js';
import { unknownValue } from '../values/unknown.js';
import type { UnknownValue, Value } from '../values/value.js';

/**
 * The endpoint that a library's method names. Bound by where the value comes from: a copy of the official SDK, a
 * package known to republish it, a library of the catalog. A value whose origin stays open counts only when it is
 * asked for a class and a method by the official names; a stranger of the project's own is no unknown and never gets here.
 */
export function sdkEndpoint(catalog: Catalog, callee: Value): RequestMatch | null {
  const found = sdkCall(catalog, callee);
  return found === null ? null : toMatch(found);
}

/** There is no path in the code to point at: the endpoint's own stands for it. */
function toMatch({ endpoint, id, fit }: SdkCallMatch): RequestMatch {
  const [method = 'GET', path = ''] = id.split(' ');
  return { method: method as HttpMethod, path, endpoint: endpoint?.id ?? null, fit, state: 'needed' };
}

function sdkCall(catalog: Catalog, callee: Value): SdkCallMatch | null {
  if (callee.kind === 'unknown') return byOfficialNames(catalog, callee.trail);
  if (callee.kind !== 'external') return null;
  // `orders.OrdersSearchPost.bind(orders, …)` calls nothing; what it gives does.
  if (callee.path.at(-1) === 'bind') return null;
  const path = callee.path.filter((part) => part !== '()' && part !== 'default' && part !== 'bind');
  if (callee.package === sdkPackage) return byOfficialNames(catalog, path);
  const row = catalog.sdkPackages.find((one) => one.package === callee.package);
  // The copy may not be committed, or lie behind an import that leads nowhere here: the names are unmistakable.
  if (row === undefined) return byOfficialNames(catalog, path);
  if (row.style === 'official') return byOfficialNames(catalog, path);
  const [method, owner] = [path.at(-1) ?? '', path.at(-2) ?? ''];
  return (
    findLibraryCall(catalog, callee.package, owner, method) ??
    findLibraryCall(catalog, callee.package, '', method)
  );
}

/**
 * What the name of an operation is made of, where a client of the platform's library is asked for a member that is
 * worked out at run time: `client.api.OrderV202309Api[operation](…)`. Null for any other call.
 */
export function openOperation(catalog: Catalog, callee: Value): UnknownValue | null {
  if (callee.kind !== 'external' || !callee.path.slice(-2).includes('*')) return null;
  const isSdk =
    callee.package === sdkPackage || catalog.sdkPackages.some((one) => one.package === callee.package);
  if (!isSdk) return null;
  const { keys = [] } = callee;
  return (
    keys.find((key) => key.settledBy === 'caller') ??
    keys[0] ??
    unknownValue('operation', 'which operation of the library is called is worked out at run time')
  );
}

function byOfficialNames(catalog: Catalog, path: readonly string[]): SdkCallMatch | null {
  const [className, method] = [path.at(-2), path.at(-1)];
  if (className === undefined || method === undefined) return null;
  return findSdkCall(catalog, className, method);
}
