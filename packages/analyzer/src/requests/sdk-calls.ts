import { findLibraryCall, findSdkCall, type Catalog, type SdkCallMatch } from '@leastscope/scope-catalog';
import { sdkPackage } from '../project/resolve-import.js';
import type { Value } from '../values/value.js';

/**
 * The endpoint that a library's method names. Bound by where the value comes from: a copy of the official SDK, a
 * package known to republish it, a library of the catalog. A value whose origin stays open counts only when it is
 * asked for a class and a method by the official names; a stranger of the project's own is no unknown and never gets here.
 */
export function sdkEndpoint(catalog: Catalog, callee: Value): SdkCallMatch | null {
  if (callee.kind === 'unknown') return byOfficialNames(catalog, callee.trail);
  if (callee.kind !== 'external') return null;
  const path = callee.path.filter((part) => part !== '()' && part !== 'default');
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

function byOfficialNames(catalog: Catalog, path: readonly string[]): SdkCallMatch | null {
  const [className, method] = [path.at(-2), path.at(-1)];
  if (className === undefined || method === undefined) return null;
  return findSdkCall(catalog, className, method);
}
