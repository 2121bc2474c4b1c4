import type { CallFact, Expression } from '../model/facts.js';
import { periodOfSeconds } from './period.js';
import type { Taken } from './taken.js';

/** After which time what is kept under a key goes by itself; null where any of the writes gives it no end. */
export function expiryOfKeys(taken: readonly Taken[]): { readonly after: string | null } | null {
  const ends = taken.map(({ call }) => endOf(call));
  if (ends.length === 0 || ends.includes(null)) return null;
  const seconds = ends.map((end) => (end?.kind === 'text' ? Number(end.text) : NaN));
  const longest = Math.max(...seconds);
  return { after: periodOfSeconds(longest) };
}

/** `set(key, value, 'EX', 60)`, `set(key, value, { ex: 60 })`, `setex(key, 60, value)`: the seconds, as they stand there. */
function endOf({ callee, args }: CallFact): Expression | null {
  if (callee.kind !== 'member') return null;
  const values = args.map(({ value }) => value);
  if (/^setex$/i.test(callee.name)) return values[1] ?? null;
  if (callee.name !== 'set') return null;
  const [, , third, fourth] = values;
  if (third?.kind === 'text' && third.text.toUpperCase() === 'EX') return fourth ?? null;
  if (third?.kind !== 'object') return null;
  return third.entries.find(({ key }) => key?.kind === 'text' && /^ex$/i.test(key.text))?.value ?? null;
}
