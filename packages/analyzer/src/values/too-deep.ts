import type { UnknownValue } from './value.js';

const reason = 'too deep: too many helpers or possibilities to follow them all';

/** What stands for a value whose working out was given up. */
export function givenUp(name: string): UnknownValue {
  return { kind: 'unknown', name, reason, settledBy: 'nobody', owner: null, environment: false, trail: [] };
}

export function isGivenUp(value: UnknownValue): boolean {
  return value.reason === reason;
}
