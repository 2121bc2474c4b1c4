import { joined } from './joined.js';

const listed = 3;

/** `a`, `b` or `c`; of many, the first and how many are left. */
export function listOf(names: readonly string[], word = 'or'): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (quoted.length > listed) {
    return `${quoted.slice(0, listed).join(', ')} and ${String(quoted.length - listed)} more`;
  }
  return joined(quoted, word);
}
