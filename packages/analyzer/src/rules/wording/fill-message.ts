import { joined } from './joined.js';

type Data = Readonly<Record<string, string | readonly string[]>>;

/**
 * Fills the placeholders of a template. `{{name}}` is text as it is; a list reads `a`, `b` and `c`, or with
 * `{{name:or}}` … or `c`.
 */
export function fillMessage(template: string, data: Data): string {
  return template.replace(/\{\{(\w+)(?::(and|or))?\}\}/g, (whole: string, name: string, word?: string) => {
    const value = data[name];
    if (value === undefined) return whole;
    if (typeof value === 'string') return value;
    return joined(
      value.map((one) => `\`${one}\``),
      word,
    );
  });
}
