/**
 * Characters that make a terminal, a log or a reviewer's eye see something else than what is there: control characters
 * (ANSI escapes begin with one), line separators, marks that reverse the reading direction, and the byte order mark.
 */
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const deceptive = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** One line of text with everything deceptive spelled out: an escape character becomes `\u001b`. */
export function visible(text: string): string {
  return text.replace(deceptive, spellOut);
}

/** JSON in which everything deceptive is escaped: the same value when parsed, harmless when printed. */
export function toSafeJson(value: unknown): string {
  // JSON.stringify escapes what lies below a space; its own newlines and blanks must stay.
  return `${JSON.stringify(value, null, 2).replace(deceptive, (char) => (char === '\n' ? char : spellOut(char)))}\n`;
}

function spellOut(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
