/** Narrower than this, wrapping tears texts apart more than it helps. */
const narrowest = 40;

/**
 * Breaks a text between words so that no line is wider than the terminal; further lines are indented. Names in
 * backticks stay whole. Without a width nothing is broken: a pipe has none, and `grep` wants whole sentences.
 */
export function wrap(text: string, width: number | undefined, start: number, indent: string): string {
  if (width === undefined || width < narrowest) return text;
  const lines: string[] = [];
  let line = '';
  let room = width - start;
  for (const word of words(text)) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
      room = width - indent.length;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
}

/** `GET /order` in backticks is one word. */
function words(text: string): readonly string[] {
  return text.match(/(?:[^\s`]|`[^`]*`)+/g) ?? [];
}
