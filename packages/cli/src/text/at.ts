import type { Place } from '@leastscope/analyzer';
import { visible } from './visible.js';

/** `src/orders.ts:3:9`, as editors and terminals link it. */
export function at({ file, start }: Place): string {
  return `${visible(file)}:${start.line}:${start.column}`;
}
