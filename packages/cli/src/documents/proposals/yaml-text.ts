import { visible } from '../../text/visible.js';

/** JSON text is YAML text, and needs no second thought about special characters. */
export function quote(text: string): string {
  return JSON.stringify(visible(text));
}

/** A list on one line; what is no plain word stands in quotes. */
export function flow(items: readonly string[]): string {
  return `[${items.map((item) => (/^[\w.][\w./-]*$/.test(item) ? item : quote(item))).join(', ')}]`;
}
