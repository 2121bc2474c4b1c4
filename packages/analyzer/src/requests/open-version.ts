import { platformPaths } from '@leastscope/scope-catalog';
import type { RequestShape } from '../model/request.js';
import type { Interpreter } from '../values/interpreter.js';
import type { UnknownValue } from '../values/value.js';
import { showPiece } from './split-url.js';

/** What stands for the version of a path, where that is open: `/order/{version}/orders`. */
export function openVersion(
  { catalog }: Interpreter,
  { path }: RequestShape,
  unknowns: readonly UnknownValue[],
): readonly UnknownValue[] {
  const { isVersionOpen } = platformPaths(catalog);
  const hole = path !== null && isVersionOpen(path) ? path.split('/')[2] : undefined;
  return unknowns.filter((unknown) => showPiece(unknown) === hole);
}
