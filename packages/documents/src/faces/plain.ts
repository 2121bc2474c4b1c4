/**
 * Characters that make an eye or a program see something else than what is there: controls, line separators, marks that
 * turn the reading direction, and what cannot be written as UTF-8.
 */
const deceptive =
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One line of text with everything deceptive spelled out. */
export function plain(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/\t/g, ' ')
    .replace(deceptive, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
