import type { HoleValue } from './value.js';

const reason = 'too deep: too many helpers or possibilities to follow them all';

/** What stands for a value whose working out was given up. */
export function deepHole(name: string): HoleValue {
  return { kind: 'hole', name, reason, settledBy: 'nobody', owner: null, environment: false, trail: [] };
}

export function isTooDeep(value: HoleValue): boolean {
  return value.reason === reason;
}
