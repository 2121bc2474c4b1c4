import type { FileFacts } from '../model/facts.js';
import { own } from '../util/own.js';

/** The names of a file by which something comes to its importers; `*` for whatever it exports. */
export type GivenNames = ReadonlySet<string>;

export const everyName: GivenNames = new Set(['*']);

/** These stand for a file as a whole. */
const whole: ReadonlySet<string> = new Set(['*', 'default', '=']);

/**
 * Whether a file that takes `name` from another gets one of the given values by it. A type that is no class is no value:
 * whoever imports only such gets nothing that could be called or sent.
 */
export function takesValue(from: FileFacts, name: string, given: GivenNames): boolean {
  if (given.size === 0) return false;
  if (whole.has(name) || from.exports['='] !== undefined) return true;
  if (from.reExports.some(({ as }) => as === null || as === name)) return true;
  return own(from.exports, name) !== undefined && (given.has('*') || given.has(name));
}
