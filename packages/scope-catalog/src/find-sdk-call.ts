import { indexOf } from './endpoint-index.js';
import { versionOfSdkClass } from './sdk-names.js';
import type { Catalog, Endpoint, EndpointId, SdkCall } from './types.js';

export interface SdkCallMatch {
  /** The endpoint; the newest known version of the operation when this version is not in the catalog. */
  readonly endpoint: Endpoint | null;
  /** The endpoint's id at the version that the class names, known or not. */
  readonly id: EndpointId;
  readonly fit: 'exact' | 'family';
}

/** The naming rule of the official SDK read backwards: `findSdkCall(catalog, 'OrderV202309Api', 'OrdersSearchPost')`. */
export function findSdkCall(catalog: Catalog, className: string, methodName: string): SdkCallMatch | null {
  const version = versionOfSdkClass(className);
  if (version === null) return findOfficialHelper(catalog, className, methodName);
  const versions = indexOf(catalog).bySdkName.get(`${className.replace(version, '')}.${methodName}`) ?? [];
  const exact = versions.find((endpoint) => endpoint.version === version);
  if (exact) return { endpoint: exact, id: exact.id, fit: 'exact' };
  const [newest] = versions;
  return newest ? { endpoint: newest, id: atVersion(newest, version), fit: 'family' } : null;
}

/** A call of a third-party library: `findLibraryCall(catalog, 'tiktok-shop-sdk', 'order', 'getOrderList')`. */
export function findLibraryCall(
  catalog: Catalog,
  packageName: string,
  owner: string,
  methodName: string,
): SdkCallMatch | null {
  const call = catalog.sdkCalls.find((row) => row.package === packageName && isCall(row, owner, methodName));
  return call ? matchOf(catalog, call) : null;
}

/** Helpers of the official SDK whose names are outside the rule, such as `AccessTokenTool.getAccessToken`. */
function findOfficialHelper(catalog: Catalog, owner: string, methodName: string): SdkCallMatch | null {
  const official = new Set(
    catalog.sdkPackages.filter((row) => row.style === 'official').map((row) => row.package),
  );
  const call = catalog.sdkCalls.find((row) => official.has(row.package) && isCall(row, owner, methodName));
  return call ? matchOf(catalog, call) : null;
}

function isCall(row: SdkCall, owner: string, methodName: string): boolean {
  return row.owner === owner && row.method === methodName;
}

function matchOf(catalog: Catalog, call: SdkCall): SdkCallMatch {
  return { endpoint: catalog.endpointById.get(call.endpoint) ?? null, id: call.endpoint, fit: 'exact' };
}

function atVersion(endpoint: Endpoint, version: string): EndpointId {
  return endpoint.version === null
    ? endpoint.id
    : endpoint.id.replace(`/${endpoint.version}/`, `/${version}/`);
}
