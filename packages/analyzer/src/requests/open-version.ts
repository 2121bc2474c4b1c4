import { platformPaths, type Catalog } from '@leastscope/scope-catalog';
import type { UnknownValue } from '../values/value.js';
import type { HttpRequest } from './request.js';
import { showPiece } from './split-url.js';

/** What stands for the version of a path, where that is open: `/order/{version}/orders`. */
export function openVersion(catalog: Catalog, { path, unknowns }: HttpRequest): readonly UnknownValue[] {
  const { isVersionOpen } = platformPaths(catalog);
  const hole = path !== null && isVersionOpen(path) ? path.split('/')[2] : undefined;
  return unknowns.filter((unknown) => showPiece(unknown) === hole);
}
