import { certain } from '../guarded.js';
import { knownText, plainText } from '../text.js';
import type { Argument, Guarded, Value } from '../value.js';

/** Longer texts are no addresses. */
const paddedLimit = 2_000;

/** `'ab'.repeat(2)`, `'7'.padStart(2, '0')`, where all of it is known. */
export function padText(self: Value, name: string, args: readonly Argument[]): readonly Guarded[] | null {
  const text = knownText(self);
  const length = args[0] === undefined ? Number.NaN : numberOf(args[0]);
  const by = args[1] === undefined ? ' ' : knownText(args[1]()[0]?.value ?? { kind: 'absent' });
  if (text === null || by === null || !Number.isInteger(length) || length < 0) return null;
  if (length * (name === 'repeat' ? text.length : 1) > paddedLimit) return null;
  if (name === 'repeat') return certain(plainText(text.repeat(length)));
  return certain(plainText(name === 'padEnd' ? text.padEnd(length, by) : text.padStart(length, by)));
}

function numberOf(arg: Argument): number {
  return Number(knownText(arg()[0]?.value ?? { kind: 'absent' }) ?? Number.NaN);
}
