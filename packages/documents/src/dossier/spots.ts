import type { Place } from '@leastscope/analyzer';
import type { Spot } from '../cells/cell.js';

export function spotOf({ file, start }: Place): Spot {
  return { file, line: start.line };
}
