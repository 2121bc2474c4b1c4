import { createHash } from 'node:crypto';

/** sha256 (hex) of a text: tells whether it is still the one that was analysed. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
